using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

internal sealed class FormerEniStore(ControlTable table) : FormerStore<FormerEni>(table, "formereni");
