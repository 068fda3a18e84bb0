using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlowLogFunctions.Console.Tests.Support;

/// <summary>Tests run as they stand, so that those that wait for records come last.</summary>
public sealed class InGivenOrder : ITestCaseOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases;
}
