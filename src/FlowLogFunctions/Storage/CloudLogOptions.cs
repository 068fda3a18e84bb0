using System.ComponentModel.DataAnnotations;

namespace FlowLogFunctions.Storage;

/// <summary>Settings <c>FlowLog:CloudLogs</c>: where foreign flow logs lie.</summary>
internal sealed class CloudLogOptions
{
    public const string Section = "FlowLog:CloudLogs";

    private const string ContainerName = "^[a-z0-9$][a-z0-9-]{2,62}$";

    /// <summary>Connection string, or address of the Blob service, of the storage account; empty, the default, for the app's own.</summary>
    public string Storage { get; set; } = "";

    /// <summary>Container of Azure's virtual network flow logs.</summary>
    [RegularExpression(ContainerName)]
    public string VNetContainer { get; set; } = "insights-logs-flowlogflowevent";

    /// <summary>Container of Azure's network security group flow logs.</summary>
    [RegularExpression(ContainerName)]
    public string NsgContainer { get; set; } = "insights-logs-networksecuritygroupflowevent";

    /// <summary>Container to which AWS's flow logs are copied.</summary>
    [RegularExpression(ContainerName)]
    public string AwsContainer { get; set; } = "aws-flow-logs";

    /// <summary>What the names of AWS's flow logs begin with; empty, the default, for all of the container.</summary>
    [MaxLength(512)]
    public string AwsPrefix { get; set; } = "";

    /// <summary>How far back logs are looked for, in hours: what comes later than that is not read. 2 to 72; 24 by default.</summary>
    [Range(2, 72)]
    public int LookBackHours { get; set; } = 24;

    /// <summary>Minutes after an hour's end at which Azure's log of it counts as complete. 15 to 1440; 60 by default.</summary>
    [Range(15, 1440)]
    public int ClosingMinutes { get; set; } = 60;

    /// <summary>Bytes, as they are stored, that one step of an ENI reads, but one block or file at least. 65,536 to 1 GiB; 8 MiB by default.</summary>
    [Range(65_536, 1_073_741_824)]
    public int StepBytes { get; set; } = 8 * 1024 * 1024;
}
