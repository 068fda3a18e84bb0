using FlowLogFunctions.Storage;

namespace FlowLogFunctions.Network;

internal sealed class FormerPrefixListStore(ControlTable table) : FormerStore<FormerPrefixList>(table, "formerprefixlist");
