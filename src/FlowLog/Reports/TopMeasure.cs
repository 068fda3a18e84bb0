namespace FlowLog.Reports;

/// <summary>What makes a key one of the greatest.</summary>
public enum TopMeasure
{
    Bytes,
    Records,
}
