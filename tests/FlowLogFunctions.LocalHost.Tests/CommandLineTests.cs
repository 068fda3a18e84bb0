namespace FlowLogFunctions.LocalHost.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Nothing_IsTheDefaults() =>
        Assert.Equal(new CommandLine(7071, null, Empty: false, Verbose: false, Help: false), CommandLine.Parse([]));

    [Fact]
    public void AllOptions_AreRead() => Assert.Equal(
        new CommandLine(80, "folder", Empty: true, Verbose: true, Help: true),
        CommandLine.Parse(["--port", "80", "--storage", "folder", "--empty", "--verbose", "--help"]));

    [Fact]
    public void EqualsSign_SeparatesValue() => Assert.Equal(
        "AccountName=a;AccountKey=b==", CommandLine.Parse(["--storage=AccountName=a;AccountKey=b=="]).Storage);

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "99999999999")]
    [InlineData("--port", "http")]
    [InlineData("--storage")]
    [InlineData("--Port", "80")]
    [InlineData("7071")]
    public void Wrong_IsRefused(params string[] arguments) => Assert.Throws<StartException>(() => CommandLine.Parse(arguments));
}
