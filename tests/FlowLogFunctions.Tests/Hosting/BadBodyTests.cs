using System.Net;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Hosting;

[Collection(ApiCollection.Name)]
public sealed class BadBodyTests(ApiFixture api)
{
    private static readonly string[] Paths = ["api/users", "api/projects", "api/flowlogs"];

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}")]
    [InlineData("{\"name\":\"abc\"}x")]
    [InlineData("{\"name\":'abc'}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}")]
    public async Task BodyThatIsNoJsonObject_IsRefused(string body)
    {
        var account = api.NewAccount();

        foreach (var path in Paths)
            (await account.PostAsync(path, body)).Expect(HttpStatusCode.BadRequest, "MalformedJson");
    }

    /// <summary>Each unknown property is a problem: a body of a mebibyte has a hundred thousand.</summary>
    [Fact]
    public async Task BodyOfManyProblems_IsAnsweredWithTheFirstHundred()
    {
        var account = api.NewAccount();
        var unknown = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"{number:x}\":0"));

        var errors = (await account.PostAsync("api/projects", "{" + unknown + "}")).Expect(HttpStatusCode.BadRequest, "InvalidParameter").Errors;

        Assert.Equal(BodyReader.MostProblems, errors.Count());
    }

    [Fact]
    public async Task BodyOfTenMegabytes_IsRefused()
    {
        var account = api.NewAccount();

        (await account.PostAsync("api/projects", $"{{\"name\":\"{new string('a', 10 << 20)}\"}}")).Expect(HttpStatusCode.RequestEntityTooLarge, "BodyTooLarge");

        (await account.GetAsync("api/projects")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("{\"name\":\"\\ud800\\ud800\\ud800\"}")]
    [InlineData("{\"name\":{\"name\":{}}}")]
    [InlineData("{\"name\":1e400}")]
    [InlineData("{\"\":\"\"}")]
    [InlineData("{\"__proto__\":{},\"$type\":\"System.String\"}")]
    public async Task OddProperties_AreRefused(string body)
    {
        var account = api.NewAccount();

        foreach (var path in Paths)
            (await account.PostAsync(path, body)).Expect(HttpStatusCode.BadRequest, "InvalidParameter");
    }

    [Fact]
    public async Task LongUnknownPropertyThatBreaksInsideACharacter_IsNamedAsFarAsItGoes()
    {
        var name = new string('a', 59) + "😀😀";

        var answer = await api.NewAccount().PostAsync("api/projects", $"{{\"name\":\"abc\",\"{name}\":1}}");

        Assert.StartsWith(new string('a', 59), Assert.Single(answer.Expect(HttpStatusCode.BadRequest).Errors), StringComparison.Ordinal);
    }
}
