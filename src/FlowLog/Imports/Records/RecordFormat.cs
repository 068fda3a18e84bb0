namespace FlowLog.Imports.Records;

/// <summary>A text that has one flow record a line.</summary>
public enum RecordFormat
{
    /// <summary>Something else.</summary>
    None = 0,

    /// <summary>CSV with a line of names: this product's fields, or AWS's.</summary>
    Csv = 1,

    /// <summary>AWS's VPC flow logs as text, separated by spaces; without a line of names those of version 2.</summary>
    AwsFlowLog = 2,

    /// <summary>What <c>nfdump -o csv</c> prints.</summary>
    Nfdump = 3,

    /// <summary>A JSON object a line, with this product's fields or AWS's.</summary>
    Ndjson = 4,
}
