using EStation.Testing;
using EStation.Work;

namespace EStation.Trainings;

/// <summary>A training that is there already when a page is opened.</summary>
internal static class Announced
{
    /// <returns>Its id.</returns>
    public static async Task<string> TrainingAsync(TestHost host, Farmer official, string title, string? ko = null)
    {
        var start = Day.Of(host.Time.GetUtcNow()).Start.AddDays(3).AddHours(9);
        var announced = await Farmer.JsonOf(
            await official.PostAsync(
                "api/trainings",
                new
                {
                    programme = "green-certificate",
                    kind = "training",
                    title = new { zh = title, ko },
                    village = Office.Village,
                    capacity = 10,
                    hours = 3,
                    sessions = new[] { new { startsAt = start, endsAt = start.AddHours(3) } },
                    signUpOpensAt = host.Time.GetUtcNow().AddHours(-1),
                    signUpClosesAt = start.AddHours(-12),
                }
            )
        );
        return (string)announced["id"]!;
    }

    /// <summary>Somebody new signs up.</summary>
    public static async Task<string> TicketAsync(TestHost host, string training, string name)
    {
        var farmer = await Farmer.SignUpAsync(host, Office.Village, name);
        return (string)(await Farmer.JsonOf(await farmer.PostAsync($"api/trainings/{training}/enrolments")))["ticket"]!;
    }
}
