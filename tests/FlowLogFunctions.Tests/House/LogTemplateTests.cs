using System.Reflection;
using System.Text.RegularExpressions;
using FlowLogFunctions.LocalHost;
using Microsoft.Extensions.Logging;

namespace FlowLogFunctions.Tests.House;

/// <summary>What the app logs are names and numbers: never a secret, what somebody asked for, or what a message holds.</summary>
public sealed partial class LogTemplateTests
{
    private static readonly IReadOnlyList<MethodInfo> Lines =
    [
        .. from type in typeof(ServiceRegistration).Assembly.GetTypes().Concat(typeof(FunctionHost).Assembly.GetTypes())
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where method.GetCustomAttribute<LoggerMessageAttribute>() is not null
           select method,
    ];

    [Fact]
    public void Templates_NameNothingThatIsNotToBeTold()
    {
        Assert.NotEmpty(Lines);
        Assert.All(Lines, line => Assert.DoesNotContain(
            Place().Matches(line.GetCustomAttribute<LoggerMessageAttribute>()!.Message), place => Hidden().IsMatch(place.Groups[1].Value)));
    }

    [Fact]
    public void Arguments_AreNamesNumbersAndFaults() => Assert.All(Lines, line => Assert.All(line.GetParameters(), argument => Assert.True(
        argument.ParameterType == typeof(string) || argument.ParameterType.IsPrimitive || argument.ParameterType.IsEnum
            || typeof(Exception).IsAssignableFrom(argument.ParameterType) || typeof(ILogger).IsAssignableFrom(argument.ParameterType) || argument.ParameterType == typeof(TimeSpan),
        $"{line.DeclaringType}.{line.Name}: {argument}")));

    /// <summary>An operator finds a line by its id.</summary>
    [Fact]
    public void Ids_AreOfOneLineEach() =>
        Assert.Empty(Lines.GroupBy(line => line.GetCustomAttribute<LoggerMessageAttribute>()!.EventId).Where(lines => lines.Count() > 1).Select(lines => string.Join(", ", lines)));

    /// <summary>Logging past the generated methods would go unseen by the tests above.</summary>
    [Fact]
    public void NothingIsLoggedAnotherWay() => Assert.DoesNotContain(
        RepositoryFolder.FilesBelow("src/FlowLogFunctions", "*.cs").Concat(RepositoryFolder.FilesBelow("src/FlowLogFunctions.LocalHost", "*.cs")),
        file => DirectLog().IsMatch(RepositoryFolder.Read(file)));

    [Theory]
    [InlineData("Secret", true)]
    [InlineData("accessKey", true)]
    [InlineData("QueryText", true)]
    [InlineData("RequestBody", true)]
    [InlineData("ConnectionString", true)]
    [InlineData("AccessKeyId", false)]
    [InlineData("Queue", false)]
    [InlineData("Message", false)]
    public void NameOfAPlace_IsTold(string name, bool isHidden) => Assert.Equal(isHidden, Hidden().IsMatch(name));

    [GeneratedRegex(@"\{(\w+)")]
    private static partial Regex Place();

    [GeneratedRegex("secret|key(?!id)|token|query|search|sql|body|payload|authorization|connection|password|bearer|header", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex DirectLog();
}
