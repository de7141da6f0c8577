using EStation.Http;
using EStation.Identity;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.People;

internal sealed record SignInRequest(string? Challenge, string? Code)
{
    public const string IdempotencyKey = "Idempotency-Key";
    private const int LongestChallenge = 64;
    private const int LongestCode = 12;
    private const int LongestKey = 255;

    /// <param name="key">The header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header). A request without one is repeated by
    /// nobody.</param>
    public Result<(string Challenge, string Code, string Key)> Parse(string? key)
    {
        var check = new Validation();
        var request = check.OptionalText(IdempotencyKey, key, LongestKey) ?? Guid.NewGuid().ToString("N");
        var challenge = check.Text("challenge", Challenge, LongestChallenge);
        var code = check.Text("code", Code, LongestCode);
        return check.Or(() => (challenge, code, request));
    }
}

internal sealed record SignInResponse(string Token, DateTimeOffset ExpiresAt, PersonResponse Person);

/// <summary>Exchanges a challenge and its code for a token.</summary>
internal sealed class SignIn(
    ChallengeTable challenges,
    KnownNetworks networks,
    PersonTable people,
    PersonResponses responses,
    Tokens tokens,
    Secrets secrets,
    TimeProvider time
)
{
    [Function(nameof(SignIn))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sign-in")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if ((await Body.ReadAsync<SignInRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(request.Headers[SignInRequest.IdempotencyKey]).Refused(out refusal, out var given))
            return Answer.Refuse(refusal);
        return await SolveAsync(given, ClientAddress.Of(request), time.Now()) is { } signedIn
            ? Answer.Ok(signedIn)
            : Answer.Refuse(Refusal.CodeInvalid);
    }

    /// <summary>
    /// The answer, when the code was right. Each try is counted before it is answered, also of two at once; and whatever may fail is done
    /// before the code is spent, so that a request that failed can be repeated; one that meets its own spending has signed in.
    /// </summary>
    private async Task<SignInResponse?> SolveAsync((string Challenge, string Code, string Key) given, string address, DateTimeOffset now)
    {
        while (TableKey.IsValid(given.Challenge) && await challenges.FindAsync(given.Challenge) is { } stored)
        {
            var (after, right) = stored.Challenge.Try(given.Code, given.Key, secrets.Codes, now);
            var signedIn = right ? await SignInAsync(stored.Challenge, address, now) : null;
            if (after == stored.Challenge || await challenges.ReplaceAsync(after, stored.Read))
                return signedIn;
        }

        return null;
    }

    private async Task<SignInResponse?> SignInAsync(Challenge solved, string address, DateTimeOffset now)
    {
        // Repeating makes nobody new: whoever was signed in by this code may have erased everything since.
        var person = solved.SpentAt is null ? await people.FindOrMakeAsync(solved.Phone, now) : await people.FindAsync(solved.Phone);
        if (person is null)
            return null;
        await networks.RememberAsync(solved.Phone, address, now);
        var token = tokens.Issue(person.Id);
        return new SignInResponse(token.Value, token.ExpiresAt, await responses.OfAsync(person));
    }
}
