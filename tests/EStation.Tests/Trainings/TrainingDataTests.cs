using EStation.Access;
using EStation.People;
using EStation.Privacy;
using EStation.Testing;

namespace EStation.Trainings;

/// <summary>What is held about people in trainings, and how it goes.</summary>
public class TrainingDataTests(TestStorage storage)
{
    [Fact]
    public async Task It_is_in_the_export()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        var held = (await Farmer.JsonOf(await farmer.GetAsync("api/me/data")))["trainings"]!.AsArray();
        Assert.Equal((training.Id, true), ((string)held[0]!["training"]!, (bool)held[0]!["attended"]!));
    }

    [Fact]
    public async Task Who_is_erased_leaves_the_place_to_the_next_and_no_name_anywhere()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (gone, ticket) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        await Farmer.JsonOf(await gone.PutAsync($"{training.Path}/feedback", new { rating = 4, comment = "我是王小明" }));
        var number = (string)(await training.CompleteAsync(new { minHours = 1 }))["items"]![0]!["certificate"]!;
        var ahead = await Class.AnnounceAsync(host, capacity: 1);
        await ahead.SignUpAsync(gone);
        var (next, _) = await ahead.TicketAsync();
        (await gone.DeleteAsync("api/me")).EnsureSuccessStatusCode();

        Assert.Equal("confirmed", (string)(await ahead.SignUpAsync(next))["state"]!);
        var roster = (await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/enrolments")))["items"]![0]!;
        Assert.Equal(
            ("", null, null, 4),
            ((string)roster["name"]!, (string?)roster["phone"], (string?)roster["comment"], (int)roster["rating"]!)
        );
        Assert.Equal("**", (string)(await Farmer.JsonOf(await host.Http.GetAsync($"api/certificates/{number}")))["holder"]!);
    }

    [Fact]
    public async Task What_another_instance_takes_in_the_last_minute_goes_at_the_second_look_and_what_is_given_to_the_phone_anew_stays()
    {
        await using var host = await Class.HostAsync(storage);
        await using var other = await Class.HostAsync(storage, host.ConnectionString);
        var training = await Class.AnnounceAsync(host);
        var (gone, ticket) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        var late = await Farmer.SignInAsync(other, gone.Phone); // from now on that instance knows them for a minute
        await late.GetAsync("api/me/trainings");
        (await gone.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        await Farmer.JsonOf(await late.PutAsync($"{training.Path}/feedback", new { rating = 4, comment = "我是王小明" }));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await Farmer.JsonOf(
            await training.Official.PostAsync(
                "api/grants",
                new
                {
                    phone = gone.Phone,
                    role = "jury",
                    region = "22",
                }
            )
        );

        host.Time.Advance(Erasure.SecondLook);
        await host.Get<Erasures>().CompleteAsync(host.Time.GetUtcNow());
        var roster = (await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/enrolments")))["items"]![0]!;
        Assert.Equal((null, 4), ((string?)roster["comment"], (int)roster["rating"]!));
        Assert.Contains(await host.Get<GrantTable>().ListAsync(), grant => grant.Phone.Digits == gone.Phone);
    }
}
