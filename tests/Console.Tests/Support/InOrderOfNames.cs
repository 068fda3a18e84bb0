using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>A class's tests run in the order of their names.</summary>
public sealed class InOrderOfNames : ITestCaseOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases.OrderBy(test => test.DisplayName, StringComparer.Ordinal);
}
