namespace EStation;

/// <summary>An expected no: each is a value with a name, a code that machines read, an HTTP status, and a sentence for people.</summary>
public sealed record Refusal(int Status, string Code, Text Says)
{
    public static readonly Refusal NotFound = new(404, "not-found", new("没有找到。", "찾을수 없습니다.", En: "Not found."));
    public static readonly Refusal JsonInvalid = new(
        400,
        "json.invalid",
        new("请求内容不是有效的 JSON。", "요청 내용이 올바른 JSON이 아닙니다.", En: "The body is not valid JSON.")
    );
    public static readonly Refusal MediaTypeUnsupported = new(
        415,
        "media-type.unsupported",
        new("请求内容须为 application/json。", "요청 내용은 application/json이여야 합니다.", En: "The body must be application/json.")
    );
    public static readonly Refusal BodyTooLarge = new(
        413,
        "body.too-large",
        new("请求内容过大。", "요청 내용이 너무 큽니다.", En: "The body is too large.")
    );
    public static readonly Refusal ReviewDecided = new(
        409,
        "review.decided",
        new("该申请已有审核结论。", "이미 심사 결론이 난 신청입니다.", En: "The decision was already made.")
    );
    public static readonly Refusal Unavailable = new(
        503,
        "storage.unavailable",
        new(
            "系统繁忙，尚不能确定是否已收到，请稍后重试。",
            "접수 여부를 아직 확인할수 없습니다. 잠시 후 다시 시도하세요.",
            En: "The server could not confirm that the request was stored. Repeat the request to find out."
        )
    );
    public static readonly Refusal Failed = new(
        500,
        "failed",
        new("系统出错，请稍后重试。", "시스템 오류입니다. 잠시 후 다시 시도하세요.", En: "Internal error.")
    );

    private static readonly Refusal TooOften = new(
        429,
        "too-often",
        new("操作过于频繁，请稍后再试。", "요청이 너무 잦습니다. 잠시 후 다시 시도하세요.", En: "Too many requests. Try again later.")
    );
    private static readonly Refusal InvalidFields = new(
        422,
        "fields.invalid",
        new("有些内容不符合要求。", "요구에 맞지 않는 항목이 있습니다.", En: "Some fields are invalid.")
    );

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; private init; }

    /// <summary>The rules that speak against it, each said in words.</summary>
    public IReadOnlyList<Rule>? Rules { get; init; }

    /// <summary>The work to prove.</summary>
    public Proof? Proof { get; init; }

    /// <summary>When it is worth asking again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) => InvalidFields with { Errors = errors };

    public static Refusal Invalid(string field, string reason) => Invalid(new Dictionary<string, string[]> { [field] = [reason] });

    public static Refusal RetryIn(TimeSpan wait) => TooOften with { RetryAfter = wait };

    public Refusal After(TimeSpan wait) => this with { RetryAfter = wait };
}
