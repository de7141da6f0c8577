using EStation.Http;
using EStation.Identity;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.People;

internal sealed record SignInRequest(string? Challenge, string? Code)
{
    private const int LongestChallenge = 64;
    private const int LongestCode = 12;

    public Result<(string Challenge, string Code)> Parse()
    {
        var check = new Validation();
        var challenge = check.Text("challenge", Challenge, LongestChallenge);
        var code = check.Text("code", Code, LongestCode);
        return check.Or(() => (challenge, code));
    }
}

internal sealed record SignInResponse(string Token, DateTimeOffset ExpiresAt, PersonResponse Person);

/// <summary>Exchanges a challenge and its code for a token.</summary>
internal sealed class SignIn(ChallengeTable challenges, KnownNetworks networks, PersonTable people, PersonResponses responses, Tokens tokens, Secrets secrets, TimeProvider time)
{
    [Function(nameof(SignIn))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sign-in")] HttpRequest request, CancellationToken cancellation)
    {
        if ((await Body.ReadAsync<SignInRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var given))
            return Answer.Refuse(refusal);
        var now = time.Now();
        if (await SolveAsync(given.Challenge, given.Code, now) is not { } phone)
            return Answer.Refuse(Refusal.CodeInvalid);

        var person = await people.FindOrMakeAsync(phone, now);
        await networks.RememberAsync(phone, ClientAddress.Of(request), now);
        var token = tokens.Issue(person.Id);
        return Answer.Ok(new SignInResponse(token.Value, token.ExpiresAt, await responses.OfAsync(person)));
    }

    /// <summary>The phone, when the code was right. Each try is counted before it is answered, also of two at once.</summary>
    private async Task<Phone?> SolveAsync(string id, string code, DateTimeOffset now)
    {
        while (TableKey.IsValid(id) && await challenges.FindAsync(id) is { } stored)
        {
            var (after, right) = stored.Challenge.Try(code, secrets.Codes, now);
            if (after == stored.Challenge)
                return null;
            if (await challenges.ReplaceAsync(after, stored.Read))
                return right ? after.Phone : null;
        }

        return null;
    }
}
