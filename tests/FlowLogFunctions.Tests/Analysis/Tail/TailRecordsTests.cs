using System.Net;
using System.Net.ServerSentEvents;
using FlowLogFunctions.Analysis.Tail;
using FlowLogFunctions.Hosting;
using FlowLogFunctions.Tests.Support;

namespace FlowLogFunctions.Tests.Analysis.Tail;

[Collection(ApiCollection.Name)]
public sealed class TailRecordsTests(ApiFixture api)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task NewRecords_ComeAsTheyAreStored_AndOldOnesDoNot()
    {
        await using var stage = await OpenAsync();
        await StoreAsync(stage);
        var old = await LinesAsync(stage);

        await using var tail = await OpenAsync(stage, "tail");
        await StoreAsync(stage);
        var added = (await LinesAsync(stage)).Except(old).ToList();

        Assert.NotEmpty(old);
        Assert.NotEmpty(added);
        Assert.Equal(added.Order(StringComparer.Ordinal), (await tail.TakeAsync(added.Count)).Select(item => item.Data).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task From_BringsWhatIsStoredToo_ThatMeetsTheQuery()
    {
        await using var stage = await OpenAsync();
        await StoreAsync(stage);
        var expected = (await LinesAsync(stage)).Where(line => line.Contains("\"protocol\":6,", StringComparison.Ordinal)).ToList();

        await using var tail = await OpenAsync(stage, $"tail?query=protocol:%206&from={DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 600}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), (await tail.TakeAsync(expected.Count)).Select(item => item.Data).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public async Task Resumed_NothingIsMissingAndNothingComesTwice(int taken)
    {
        await using var stage = await OpenAsync();
        await using var tail = await OpenAsync(stage, "tail");
        await StoreAsync(stage);
        var first = await tail.TakeAsync(taken);
        await tail.DisposeAsync();
        await StoreAsync(stage);
        var all = await LinesAsync(stage);

        await using var resumed = await OpenAsync(stage, "tail", first[^1].EventId);
        var rest = await resumed.TakeAsync(all.Count - taken);

        Assert.Equal(all.Order(StringComparer.Ordinal), first.Concat(rest).Select(item => item.Data).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ReportOff_Refused()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows", report: false);

        (await GetAsync(stage, "tail")).Expect(HttpStatusCode.Conflict, "IndexConfigNotExist");
    }

    [Fact]
    public async Task NoSlotLeft_IsRefused_AndCountedAsThat()
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");
        var slots = new List<AccountSlot>();
        while (api.Get<TailSlots>().RefuseNow(stage.Account.AccountId) is null)
        {
            Assert.True(api.Get<TailSlots>().Take(stage.Account.AccountId).Is(out var slot, out _));
            slots.Add(slot);
        }

        using (var requests = new Measurements("flowlog.http.requests"))
        {
            (await GetAsync(stage, "tail")).Expect(HttpStatusCode.TooManyRequests, TailSlots.TooManyOfAccount);
            Assert.Contains(requests.Tags, tags => tags.Contains("TailRecords", StringComparison.Ordinal) && tags.Contains("429", StringComparison.Ordinal));
        }

        slots.ForEach(slot => slot.Dispose());
    }

    [Theory]
    [InlineData("tail?from=5", "InvalidParameter", "from InvalidTimeRange")]
    [InlineData("tail?lastEventId=!", "InvalidParameter", "lastEventId Malformed")]
    [InlineData("tail?lastEventId=MS8y&to=5", "InvalidParameter", "lastEventId Malformed", "to UnknownParameter")]
    public async Task BadParameters_AreNamedAllAtOnce(string path, string code, params string[] errors)
    {
        await using var stage = await Stage.OpenAsync(api);
        await stage.LogstoreAsync("flows");

        Assert.Equal(errors, (await GetAsync(stage, path)).Expect(HttpStatusCode.BadRequest, code).Errors);
    }

    /// <summary>What it captures lies a few minutes ahead at most, in an hour that is watched.</summary>
    private async Task<Stage> OpenAsync()
    {
        var stage = await Stage.OpenAsync(api);
        await stage.EniAsync("10.0.1.10", new { type = "generator", seed = 1, flowsPerMinute = 60 });
        await stage.EniAsync("10.0.1.11", new { type = "generator", seed = 2, flowsPerMinute = 60 });
        await stage.LogstoreAsync("flows");
        await stage.FlowLogAsync("flows");
        return stage;
    }

    /// <summary>Of two minutes one has been over for certain.</summary>
    private static async Task StoreAsync(Stage stage)
    {
        await stage.CaptureAsync(TimeSpan.FromMinutes(2));
        await stage.IngestAsync();
    }

    private static Task<ApiAnswer> GetAsync(Stage stage, string path) => stage.Account.GetAsync($"api/projects/{stage.Project}/logstores/flows/{path}");

    /// <summary>All records of the Logstore, each as a line of JSON.</summary>
    private static async Task<List<string>> LinesAsync(Stage stage) =>
        [.. (await GetAsync(stage, "records?from=0&to=4000000000&limit=10000")).Items.Select(item => item.GetRawText())];

    private async Task<Events> OpenAsync(Stage stage, string path, string? lastEventId = null)
    {
        var http = new HttpClient { BaseAddress = api.Address };
        http.DefaultRequestHeaders.Add("Authorization", stage.Account.Authorization);
        if (lastEventId is not null)
            http.DefaultRequestHeaders.Add("Last-Event-ID", lastEventId);
        var answer = await http.GetAsync(new Uri($"api/projects/{stage.Project}/logstores/flows/{path}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new Events(http, await answer.Content.ReadAsStreamAsync());
    }

    private sealed class Events(HttpClient http, Stream body) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<SseItem<string>> _events = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();

        /// <summary>The next records.</summary>
        public async Task<List<SseItem<string>>> TakeAsync(int count)
        {
            var items = new List<SseItem<string>>();
            while (items.Count < count)
            {
                Assert.True(await _events.MoveNextAsync().AsTask().WaitAsync(Patience), "the tail ended");
                Assert.Equal("record", _events.Current.EventType);
                items.Add(_events.Current);
            }

            return items;
        }

        public async ValueTask DisposeAsync()
        {
            await body.DisposeAsync();
            http.Dispose();
        }
    }
}
