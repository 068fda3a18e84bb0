using FlowLogFunctions.Hosting;
using FlowLogFunctions.LocalHost;
using FlowLogFunctions.LocalHost.Settings;

using var stop = new StopSignal();
try
{
    var command = CommandLine.Parse(args);
    if (command.Help)
        Console.WriteLine(CommandLine.Usage);
    else
        await new LocalRun(command, Folders.OfThisProcess(), Console.Out).ServeAsync(stop.Asked);
    return 0;
}
catch (OperationCanceledException) when (stop.Asked.IsCancellationRequested)
{
    return 0;
}
catch (Exception problem) when (SettingProblems.In(problem) is { Count: > 0 } problems)
{
    return Refuse("Settings: " + string.Join("; ", problems));
}
catch (Exception problem)
{
    if (args.Contains("--verbose")) Console.Error.WriteLine(problem);
    return Refuse(problem.Message);
}

static int Refuse(string reason)
{
    Console.Error.WriteLine("flowlog: " + reason.ReplaceLineEndings(" "));
    return 1;
}
