using FlowLog.Flows;

namespace FlowLog.Imports.Records;

/// <summary>How the text of a column becomes a field of a record.</summary>
internal enum ColumnKind
{
    /// <summary>Not read.</summary>
    Other = 0,
    Number,
    Port,
    Byte,
    Counter,
    Time,
    Address,
    Text,

    /// <summary>One of the field's names.</summary>
    Name,

    /// <summary>AWS's ingress and egress.</summary>
    FlowDirection,

    /// <summary>nfdump's names of protocols, or a number.</summary>
    Protocol,

    /// <summary>nfdump's flags: eight letters or dots.</summary>
    Flags,

    /// <summary>nfdump's forwarding status: 128 to 191 is dropped.</summary>
    Forwarding,

    /// <summary>nfdump's destination port, which for ICMP may be type and code.</summary>
    PortOrIcmp,

    /// <summary>nfdump's number of the interface on which the flow came in.</summary>
    Interface,
}

/// <summary>A column of a file.</summary>
/// <param name="Name">As the file names it.</param>
/// <param name="Field">Null if it is not read.</param>
internal sealed record RecordColumn(string Name, FlowField? Field, ColumnKind Kind)
{
    public static RecordColumn Other(string name) => new(name, null, ColumnKind.Other);
}
