using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Offline.Tests;

public sealed class TableErrorCodeTests
{
    [Fact]
    public void Codes_EqualTheirTextInAnyCase()
    {
        Assert.True(TableErrorCode.TableNotFound == "tablenotfound");
        Assert.True("ResourceNotFound" != TableErrorCode.TableNotFound);
        Assert.Equal("TableNotFound", TableErrorCode.TableNotFound.ToString());
        Assert.Equal(TableErrorCode.TableNotFound.GetHashCode(), new TableErrorCode("TABLENOTFOUND").GetHashCode());
        Assert.Equal(default, default(TableErrorCode));
    }

    [Fact]
    public void TransactionFailure_TellsTheIndexThatItIsGiven()
    {
        var cause = new RequestFailedException(409, "2:exists", "EntityAlreadyExists", null) { Data = { ["FailedEntity"] = "2" } };
        var failure = new TableTransactionFailedException(cause);
        Assert.Equal((409, "EntityAlreadyExists", 2), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Null(new TableTransactionFailedException(new RequestFailedException(500, "x")).FailedTransactionActionIndex);
    }
}
