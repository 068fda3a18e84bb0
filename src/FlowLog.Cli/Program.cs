using FlowLog.Cli;

var terminal = new Terminal(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, !Console.IsErrorRedirected);
if (terminal.IsWatched && !Console.IsInputRedirected)
    terminal = terminal with { ReadSecret = SecretLine.Read, ReadLine = Console.ReadLine };
return await CommandLine.RunAsync(args, terminal, CancellationToken.None);
