using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Accounts.SignIn;

public sealed record SignInRequest(string? Challenge, string? Code)
{
    public const string IdempotencyKey = "Idempotency-Key";
    private const int LongestChallenge = 256;
    private const int LongestCode = 12;
    private const int LongestKey = 255;

    /// <param name="key">The header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header).</param>
    public Result<(string Challenge, string Code, string Key)> Parse(string? key)
    {
        var check = new Validation();
        var request = check.OptionalText(IdempotencyKey, key, LongestKey) ?? Guid.NewGuid().ToString("N");
        var challenge = check.Text("challenge", Challenge, LongestChallenge);
        var code = check.Text("code", Code, LongestCode);
        return check.Or(() => (challenge, code, request));
    }
}

public sealed record SignInResponse(string Token, DateTimeOffset ExpiresAt, PersonResponse Person);

public sealed class SignIn(
    Challenges challenges,
    PhoneTable phones,
    PersonTable people,
    SignInLimits limits,
    PersonResponses responses,
    Tokens tokens,
    Secrets secrets,
    TimeProvider time
)
{
    private const int MostTries = 5;

    [Function(nameof(SignIn))]
    [Access(Needs.Nothing)]
    [Takes<SignInRequest>]
    [Answers<SignInResponse>]
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
            : Answer.Refuse(AccountRefusals.CodeInvalid);
    }

    /// <summary>Counts each try before the answer. All steps that can fail run before the code is spent, so a retry succeeds.</summary>
    private async Task<SignInResponse?> SolveAsync((string Challenge, string Code, string Key) given, string address, DateTimeOffset now)
    {
        if (challenges.Open(given.Challenge) is not { } challenge)
            return null;
        var network = phones.HashOf(address);
        var seen = await phones.SeeAsync(challenge.Phone);
        for (var tries = 0; tries < MostTries; tries++, seen = await phones.ReadAsync(challenge.Phone))
        {
            var before = seen.TriesOf(challenge);
            var (after, right) = challenge.Try(before, given.Code, given.Key, secrets.Codes, now);
            var person = right ? await PersonOfAsync(challenge, seen, isFirst: after != before, now) : null;
            var signedIn = person is null ? null : await AnswerAsync(person);
            var tried = await phones.DecideAsync(
                challenge.Phone,
                use => use.Try(challenge, given.Code, given.Key, network, person?.Id, secrets.Codes, now)
            );
            if (tried.Spends)
                limits.Solve(challenge);
            if (tried.Right || !right || after == before)
                return tried.Right ? signedIn : null;

            // The phone's id has changed: the person was erased during this request.
            if (person is not null && person.Id != tried.Person)
                await people.DeleteAsync(person.Id);
        }

        throw new UnavailableException("A phone is too busy.");
    }

    /// <summary>A retry never makes a new person: the person may have been erased since the first answer.</summary>
    private async Task<Person?> PersonOfAsync(Challenge solved, PhoneUse seen, bool isFirst, DateTimeOffset now) =>
        (isFirst, seen.Person) switch
        {
            (true, null) => await people.FindOrMakeAsync(solved.Phone, now),
            (true, _) => await people.FindOrMakeAsync(solved.Phone, seen, now),
            (false, { } id) => await people.FindFreshAsync(id),
            _ => null,
        };

    private async Task<SignInResponse> AnswerAsync(Person person)
    {
        var token = tokens.Issue(person.Id);
        return new SignInResponse(token.Value, token.ExpiresAt, await responses.OfAsync(person));
    }
}
