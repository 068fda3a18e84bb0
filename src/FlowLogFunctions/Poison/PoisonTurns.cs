using FlowLogFunctions.Hosting;

namespace FlowLogFunctions.Poison;

/// <summary>Lets one request at a time look through the poison queues.</summary>
internal sealed class PoisonTurns() : Turns(1, "Another request looks through the same messages; repeat it later.");
