namespace FlowLog.Reports;

/// <summary>The parts of an aggregate that are stored, and read, one by one. The number is part of the stored name.</summary>
public enum AggregatePart
{
    Series = 1,
    Sources = 2,
    Destinations = 3,
    DestinationPorts = 4,
    Enis = 5,

    /// <summary>Only where traffic was sampled.</summary>
    Variances = 6,

    Rules = 7,
    Vpcs = 8,
    Pairs = 9,
    Tuples = 10,
    Conversations = 11,

    /// <summary>Numbers of different sources, destinations and five-tuples.</summary>
    Distinct = 12,
}
