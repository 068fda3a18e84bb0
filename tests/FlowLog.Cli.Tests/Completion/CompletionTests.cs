using System.Diagnostics;
using FlowLog.Cli.Tests.Service;

namespace FlowLog.Cli.Tests.Completion;

public sealed class CompletionTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("flowlog flow-", "flow-logs")]
    [InlineData("flowlog flow-logs st", "start stop")]
    [InlineData("flowlog query a/b '*' --format ", "csv json table")]
    [InlineData("flowlog export a/b --format n", "ndjson")]
    [InlineData("flowlog pack f --as ", "ingested merged")]
    [InlineData("flowlog flow-logs list --status In", "Inactive")]
    [InlineData("flowlog tail a/b --q", "--quiet")]
    [InlineData("flowlog completion ", "bash fish zsh")]
    public async Task WhatCanStandThere_IsOffered(string typed, string expected) =>
        Assert.Equal(expected.Split(' '), await SuggestAsync(typed, null));

    [Theory]
    [InlineData("flowlog tail ", "logs/flows,logs/other_flows")]
    [InlineData("flowlog query logs/o", "logs/other_flows")]
    [InlineData("flowlog flow-logs show fl-", "fl-1")]
    public async Task AfterLogin_NamesOfTheServiceAre(string typed, string expected)
    {
        await using var service = await Responder.StartAsync(context => Responder.AnswerAsync(context, 200, context.Request.Path.Value switch
        {
            "/api/projects" => """{"items":[{"name":"logs"}]}""",
            "/api/projects/logs/logstores" => """{"items":[{"project":"logs","name":"flows"},{"project":"logs","name":"other_flows"}]}""",
            _ => """{"items":[{"id":"fl-1"}]}""",
        }));

        Assert.Equal(expected.Split(','), await SuggestAsync(typed, service.Url));
    }

    [Fact]
    public async Task ServiceThatFails_OffersNothing()
    {
        await using var service = await Responder.StartAsync(500, "");

        Assert.Empty(await SuggestAsync("flowlog tail ", service.Url));
    }

    [Fact]
    public async Task Bash_CompletesWithTheScript()
    {
        var program = _shell.Write("flowlog", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "FlowLog.Cli.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var script = _shell.Write("test.sh", $$"""
            set -eu
            source <({{program}} completion bash)
            complete -p flowlog
            try() {
                COMP_LINE=$1 COMP_POINT=${#1}
                _flowlog {{program}} "${1##* }" ""
                echo "${COMPREPLY[*]}"
            }
            try "{{program}} flow-logs st"
            try "{{program}} stats --fo"
            try "{{program}} records no-such-"
            """);

        using var bash = Process.Start(new ProcessStartInfo("bash", [script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();

        Assert.Equal(("", "complete -o default -F _flowlog flowlog\nstart stop\n--format\n\n"), (await errors, output));
    }

    [Fact]
    public async Task UnknownShell_IsRefused() => Assert.Equal(1, (await Shell.RunAsync(["completion", "tcsh"])).Code);

    /// <summary>What the program offers, and shells show: words that go on as typed, and options where a hyphen is.</summary>
    private static async Task<IEnumerable<string>> SuggestAsync(string typed, string? url)
    {
        var result = await Shell.RunAsync([$"[suggest:{typed.Length}]", typed], with: terminal => terminal with
        {
            Time = new StoppedTime(),
            Variable = name => url is null ? null : name switch
            {
                "FLOWLOG_URL" => url,
                "FLOWLOG_KEY" => "AKid.secret",
                _ => null,
            },
        });
        var word = typed.Split(' ')[^1];
        return result.Lines.Where(line => line.StartsWith(word, StringComparison.Ordinal) && (word.StartsWith('-') || !line.StartsWith('-')));
    }
}
