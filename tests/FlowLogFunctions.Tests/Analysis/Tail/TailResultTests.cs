using FlowLogFunctions.Analysis.Tail;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FlowLogFunctions.Tests.Analysis.Tail;

public sealed class TailResultTests
{
    [Fact]
    public void Slots_AreAsManyAsTheOptionSays()
    {
        var slots = new TailSlots(Options.Create(new TailOptions { MaxTails = 2 }));
        var (one, two) = (slots.Take(), slots.Take());

        Assert.NotNull(one);
        Assert.Null(slots.Take());
        one.Dispose();
        one.Dispose();

        Assert.NotNull(slots.Take());
        Assert.Null(slots.Take());
        Assert.NotNull(two);
    }

    [Fact]
    public async Task NoSlotLeft_TooManyRequests()
    {
        var slots = new TailSlots(Options.Create(new TailOptions { MaxTails = 1 }));
        using var taken = slots.Take();
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };

        await new TailResult(null!, slots, TimeSpan.FromSeconds(1), TimeProvider.System, NullLogger.Instance, default).ExecuteAsync(context);

        Assert.Equal(StatusCodes.Status429TooManyRequests, context.Response.StatusCode);
    }
}
