namespace FlowLog.Reports.Charts;

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    Line,
    Bar,
    Table,
    Heatmap,
    Number,
    Pie,
    Sankey,
}
