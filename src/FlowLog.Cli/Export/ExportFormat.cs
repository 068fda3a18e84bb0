namespace FlowLog.Cli.Export;

internal enum ExportFormat
{
    /// <summary>A JSON object a line.</summary>
    Ndjson,

    /// <summary>With a line of names first.</summary>
    Csv,
}
