using System.Text;
using Azure.Data.Tables.Protocol;

namespace Offline.Tests.Protocol;

public sealed class TransactionAnswerTests
{
    private const string Type = "multipart/mixed; boundary=batchresponse_1";

    private static readonly string Sample = string.Join("\r\n",
        "--batchresponse_1",
        "Content-Type: multipart/mixed; boundary=changesetresponse_2",
        "",
        "--changesetresponse_2",
        "Content-Type: application/http",
        "Content-Transfer-Encoding: binary",
        "",
        "HTTP/1.1 204 No Content",
        "ETag: W/\"datetime'2026'\"",
        "DataServiceVersion: 1.0;",
        "",
        "",
        "--changesetresponse_2",
        "Content-Type: application/http",
        "Content-Transfer-Encoding: binary",
        "",
        "HTTP/1.1 409 Conflict",
        "Content-Type: application/json",
        "",
        "{\"odata.error\":{\"code\":\"EntityAlreadyExists\",\"message\":{\"lang\":\"en-US\",\"value\":\"1:It exists.\"}}}",
        "--changesetresponse_2--",
        "--batchresponse_1--",
        "");

    [Fact]
    public void Parts_AreResponsesInOrder()
    {
        var responses = TransactionAnswer.Read(Type, Bytes(Sample));
        Assert.Equal([(204, "No Content"), (409, "Conflict")], responses.Select(response => (response.Status, response.ReasonPhrase)));
        Assert.Equal("W/\"datetime'2026'\"", responses[0].Headers.ETag.ToString());
        Assert.True(responses[0].Headers.Contains("etag"));
        Assert.Equal(2, responses[0].Headers.Count());
        Assert.Contains("EntityAlreadyExists", responses[1].Content.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void QuotedBoundary_IsRead() =>
        Assert.Equal(2, TransactionAnswer.Read("multipart/mixed; boundary=\"batchresponse_1\"", Bytes(Sample)).Count);

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/mixed; boundary=other")]
    public void WrongType_RaisesInvalidData(string? type) =>
        Assert.Throws<InvalidDataException>(() => TransactionAnswer.Read(type, Bytes(Sample)));

    [Fact]
    public void PartsWithinThemselves_RaiseInvalidData()
    {
        var open = string.Concat(Enumerable.Range(0, 10_000).Select(n => $"--b{n}\r\nContent-Type: multipart/mixed; boundary=b{n + 1}\r\n\r\n"));
        var close = string.Concat(Enumerable.Range(0, 10_000).Reverse().Select(n => $"--b{n}--\r\n"));
        Assert.Throws<InvalidDataException>(() => TransactionAnswer.Read("multipart/mixed; boundary=b0", Bytes(open + close)));
    }

    [Fact]
    public void CutOrChangedBytes_RaiseNothingElse()
    {
        var good = Bytes(Sample);
        var random = new Random(8);
        for (var length = 0; length < good.Length - "--\r\n".Length; length++)
            Assert.Throws<InvalidDataException>(() => TransactionAnswer.Read(Type, good[..length]));
        for (var round = 0; round < 20_000; round++)
        {
            var bad = (byte[])good.Clone();
            bad[random.Next(bad.Length)] = (byte)random.Next(256);
            bad[random.Next(bad.Length)] = (byte)random.Next(256);
            if (Record.Exception(() => TransactionAnswer.Read(Type, bad)) is { } raised) Assert.IsType<InvalidDataException>(raised);
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
