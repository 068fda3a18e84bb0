using FlowLog.Cli;

var terminal = new Terminal(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, !Console.IsErrorRedirected);
return await CommandLine.RunAsync(args, terminal, CancellationToken.None);
