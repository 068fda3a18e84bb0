using System.CommandLine;
using FlowLog.Cli.Records;

var root = new RootCommand("Flow logs from the command line.") { RecordsCommand.Create() };
return await root.Parse(args).InvokeAsync();
