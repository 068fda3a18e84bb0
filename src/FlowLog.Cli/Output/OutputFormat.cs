namespace FlowLog.Cli.Output;

internal enum OutputFormat
{
    Csv,

    /// <summary>A JSON object a line.</summary>
    Ndjson,

    /// <summary>For people.</summary>
    Table,
}
