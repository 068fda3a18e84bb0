using FlowLogFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FlowLogFunctions.Accounts;

internal sealed class AccountFunctions(Api api, DescribeAccount describe)
{
    [Function("DescribeAccount")]
    public Task<IResult> DescribeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/account")] HttpRequest request, CancellationToken cancellation) =>
        api.ValueAsync<AccountAnswer>(request, caller => Task.FromResult<Outcome<AccountAnswer>>(describe.Of(caller)), cancellation);
}
