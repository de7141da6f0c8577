using EStation.People;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

/// <summary>Every night, at half past three in Shanghai: takes away what is over of phones, places and days.</summary>
public sealed class TidySignIn(PhoneTable phones, PlaceTable places, PersonTable people, TimeProvider time)
{
    [Function(nameof(TidySignIn))]
    public async Task Run([TimerTrigger("0 30 19 * * *")] TimerInfo timer)
    {
        var now = time.Now();
        await places.TidyAsync(now);
        await phones.TidyAsync(now, people.DeleteAsync);
    }
}
