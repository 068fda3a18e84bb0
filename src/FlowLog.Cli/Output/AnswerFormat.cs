namespace FlowLog.Cli.Output;

/// <summary>How answers are printed.</summary>
internal enum AnswerFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>The API's own objects.</summary>
    Json,

    Csv,
}
