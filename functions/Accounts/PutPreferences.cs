using EStation.Access;
using EStation.Http;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts;

public sealed record MessagePreferencesRequest(bool? Trainings = null, bool? Contests = null, bool? Videos = null, bool? Notices = null);

/// <summary>All preferences. A missing field gets its default, true.</summary>
public sealed record PreferencesRequest(MessagePreferencesRequest? Messages = null, bool? SignedUpByOthers = null)
{
    public Preferences Parse() =>
        new(
            new MessagePreferences(
                Messages?.Trainings ?? true,
                Messages?.Contests ?? true,
                Messages?.Videos ?? true,
                Messages?.Notices ?? true
            ),
            SignedUpByOthers ?? true
        );
}

public sealed class PutPreferences(PersonTable people)
{
    [Function(nameof(PutPreferences))]
    [Access(Needs.Token)]
    [Takes<PreferencesRequest>]
    [Answers<Preferences>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/me/preferences")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller().Id;
        if ((await Body.ReadAsync<PreferencesRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        var preferences = body.Parse();
        return await people.ChangeAsync(caller, person => person with { Preferences = preferences }) is { } changed
            ? Answer.Ok(changed.Preferences)
            : Answer.Refuse(AccessRefusals.TokenInvalid);
    }
}
