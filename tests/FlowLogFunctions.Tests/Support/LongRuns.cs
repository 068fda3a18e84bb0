namespace FlowLogFunctions.Tests.Support;

/// <summary>How much a test with dice does: little by default, much with <c>./test --long</c>.</summary>
internal static class LongRuns
{
    public static readonly bool IsLong = Environment.GetEnvironmentVariable("FLOWLOG_LONG") == "1";

    /// <summary>The seeds of a theory.</summary>
    public static IEnumerable<object[]> Seeds(int few, int many) => Enumerable.Range(1, IsLong ? many : few).Select(seed => new object[] { seed });
}
