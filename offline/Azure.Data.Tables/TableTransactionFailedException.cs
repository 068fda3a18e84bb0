using System.Globalization;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>The service refused a transaction; none of its actions was done.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>The failure of the action that failed first.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (var key in requestFailedException.Data.Keys) Data[key] = requestFailedException.Data[key];
        if (int.TryParse(Data[TableErrorParser.FailedEntity] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            FailedTransactionActionIndex = index;
    }

    /// <summary>Which action failed, from 0; null if the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
