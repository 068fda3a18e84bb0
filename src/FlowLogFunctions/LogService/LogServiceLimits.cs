namespace FlowLogFunctions.LogService;

/// <summary>Limits of the Log Service, as documented by Alibaba Cloud.</summary>
internal static class LogServiceLimits
{
    /// <summary>Projects of an account in one region.</summary>
    public const int Projects = 50;

    /// <summary>Logstores of a Project.</summary>
    public const int LogstoresPerProject = 200;

    /// <summary>Retention in days; 3650 means for ever.</summary>
    public const int MinTtlDays = 1;

    /// <inheritdoc cref="MinTtlDays"/>
    public const int MaxTtlDays = 3650;

    /// <summary>Retention in days of a Logstore whose report is off, if nobody chose one.</summary>
    public const int DefaultTtlDays = 300;

    /// <summary>Retention in days of a Logstore whose report is on, if nobody chose one.</summary>
    public const int ReportTtlDays = 7;

    /// <summary>Characters of a description.</summary>
    public const int DescriptionLength = 256;
}
