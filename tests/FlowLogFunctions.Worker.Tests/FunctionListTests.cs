using FlowLogFunctions.LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Worker.Tests;

[Collection(WorkerCollection.Name)]
public sealed class FunctionListTests(AppUnderTest app)
{
    private static readonly FunctionCatalog Local = FunctionCatalog.Of(typeof(ServiceRegistration).Assembly.GetTypes());

    [Fact]
    public void HttpFunctions_AreThoseOfTheLocalHost() => Assert.Equal(
        Local.With<HttpTriggerAttribute>().Select(pair =>
            Line(pair.Function.Name, pair.Trigger.Route, pair.Trigger.Methods, pair.Trigger.AuthLevel.ToString(), pair.Function.Parameter.Name)),
        Named("httpTrigger").Select(function => Line(function.Name, function.Route, function.Methods, function.AuthLevel, function.Parameter)));

    [Fact]
    public void HttpFunctions_AskForNoKeyOfTheHost() =>
        Assert.All(Named("httpTrigger"), function => Assert.Equal("Anonymous", function.AuthLevel));

    [Fact]
    public void Timers_AreThoseOfTheLocalHost() => Assert.Equal(
        Local.With<TimerTriggerAttribute>().Select(pair => $"{pair.Function.Name} {pair.Trigger.Schedule}"),
        Named("timerTrigger").Select(function => $"{function.Name} {function.Schedule}"));

    [Fact]
    public void QueueFunctions_AreThoseOfTheLocalHost_AndTakeBytes() => Assert.Equal(
        Local.With<QueueTriggerAttribute>().Select(pair => $"{pair.Function.Name} {pair.Trigger.QueueName} Binary"),
        Named("queueTrigger").Select(function => $"{function.Name} {function.Queue} {function.DataType}"));

    private static string Line(string name, string? route, string[]? methods, string? authLevel, string? parameter) =>
        $"{name} {route} [{string.Join(' ', methods ?? [])}] {authLevel} {parameter}";

    private IEnumerable<Host.HostedFunction> Named(string trigger) =>
        app.Host.Functions.Where(function => function.Trigger == trigger).OrderBy(function => function.Name, StringComparer.Ordinal);
}
