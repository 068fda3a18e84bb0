using FlowLogFunctions.Tests.Attacks.Support;
using FlowLogFunctions.Tests.OpenApi;

namespace FlowLogFunctions.Tests.Attacks;

/// <summary>
/// What another account has, named in every place that takes an id: the answer is the one about what nobody has, to the letter, and nothing
/// of the other account changes.
/// </summary>
[Collection(AttackCollection.Name)]
public sealed class ForeignIdAttacks(AttackFixture api)
{
    private readonly Findings _findings = new();

    [Fact]
    public Task InPaths() => WithoutATraceAsync(async (victim, thief) =>
    {
        foreach (var operation in Operation.All.Where(operation => operation.PathParameters.Count > 0))
        {
            await CompareAsync(operation, victim, thief, (caller, has) => caller.CallAsync(operation, has), isRefused: true);
            var parameters = Requests.Declared(operation, "path");
            if (parameters.Count < 2 || operation.Id == "PutCaptureFile")
                continue;
            var kind = Kinds.OfPath(parameters[1].Name, parameters[1].Schema);
            if (kind is "version" or "report")
                continue;
            await CompareAsync(operation, victim, thief, (caller, has) => caller.CallAsync(operation, thief.Has.With(kind, has[kind])), isRefused: true);
        }
    });

    [Fact]
    public Task InQueries() => WithoutATraceAsync(async (victim, thief) =>
    {
        foreach (var operation in Operation.All)
        {
            foreach (var (name, schema) in Requests.Declared(operation, "query"))
            {
                if (Kinds.Of(name, schema) is not { } kind)
                    continue;
                var range = operation.Parameters("query").Contains("from") ? "&from=1700000000&to=1700086400" : "";
                await CompareAsync(operation, victim, thief, (caller, has) => caller.SendAsync(
                    operation.Method, $"{Requests.Path(operation, thief.Has)}?{name}={has[kind]}{range}", body: (string?)null), isRefused: false);
            }
        }
    });

    [Fact]
    public Task InBodies() => WithoutATraceAsync(async (victim, thief) =>
    {
        foreach (var operation in Operation.All)
        {
            if (Requests.BodySchema(operation) is not { } schema)
                continue;
            foreach (var place in BodyPlace.In(schema).Where(place => place.Kind is not ("InstanceId" or "UserName")))
            {
                if (place.Path is ["name"])
                    continue; // The name of what is made.
                Task<AttackAnswer> Send(Attacker caller, Belongings has) => caller.SendAsync(
                    operation.Method, Requests.Path(operation, thief.Has), place.Filled(schema, thief.Has, has[place.Kind]).ToJsonString());

                var control = await Send(api.As(thief.Account), thief.Has);
                // Rules are of a group, and these attacks change the rules of the caller's own.
                if (control.Status >= 300 && place.Kind != "RuleId")
                    _findings.Add($"{operation.Id} {place} does not even take the caller's own: {control.Body} {place.Filled(schema, thief.Has, thief.Has[place.Kind])}");
                await CompareAsync(operation, victim, thief, Send, isRefused: true);
            }
        }
    });

    private async Task WithoutATraceAsync(Func<Victim, Victim, Task> attack)
    {
        var (victim, thief) = (await api.VictimAsync(), await api.ThiefAsync());
        var before = await victim.StateAsync();

        await attack(victim, thief);

        _findings.AssertNone();
        Assert.Equal(before, await victim.StateAsync());
    }

    private async Task CompareAsync(
        Operation operation, Victim victim, Victim thief, Func<Attacker, Belongings, Task<AttackAnswer>> send, bool isRefused)
    {
        var caller = api.As(thief.Account);
        var (foreign, nobodys) = (await send(caller, victim.Has), await send(caller, Belongings.OfNobody));
        var (one, other) = (foreign.Without(victim.Has.Texts), nobodys.Without(Belongings.OfNobody.Texts));
        if (one != other)
            _findings.Add($"{operation.Id} can tell what is there:\n{foreign}\nbut where nothing is:\n{nobodys}");
        if (isRefused && foreign.Status is < 400 or >= 500)
            _findings.Add($"{operation.Id} is not refused:\n{foreign}");
        if (foreign.Body.Contains(Victim.Secret, StringComparison.Ordinal) && !isRefused && !nobodys.Body.Contains(Victim.Secret, StringComparison.Ordinal))
            _findings.Add($"{operation.Id} leaks:\n{foreign}");
    }
}
