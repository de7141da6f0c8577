using EStation.People;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts.SignIn;

public sealed class TidySignIn(PhoneTable phones, NetworkTable networks, PersonTable people, TimeProvider time)
{
    [Function(nameof(TidySignIn))]
    public async Task Run([TimerTrigger("0 30 19 * * *")] TimerInfo timer)
    {
        var now = time.Now();
        await networks.TidyAsync(now);
        await phones.TidyAsync(now, people.DeleteAsync);
    }
}
