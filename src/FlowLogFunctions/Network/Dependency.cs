using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Network;

/// <summary>What refers to a resource keeps it from being deleted.</summary>
internal static class Dependency
{
    public const string Code = "DependencyViolation";

    /// <summary>Holders that a refusal names; the rest are counted.</summary>
    private const int MaxNamed = 100;

    /// <summary>One holder; its id stands in the place of the field.</summary>
    public static FieldProblem Of(InventoryKind kind, InventoryItem holder) => Of(kind.Name, holder.Id, holder.Name);

    public static FieldProblem Of(string kind, string id, string name) =>
        new(id, Code, name.Length == 0 ? $"{kind} {id} refers to it." : $"{kind} {id} ({name}) refers to it.");

    public static Refusal Violation(InventoryKind kind, string id, IReadOnlyList<FieldProblem> holders) =>
        Refusal.Conflict(
            Code, $"{kind.Name} {id} is referred to by {holders.Count} other {(holders.Count == 1 ? "resource" : "resources")}; see errors.", [.. holders.Take(MaxNamed)]);
}
