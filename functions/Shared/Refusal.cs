namespace EStation;

/// <summary>An expected no: each is a value with a name, a code that machines read, an HTTP status, and a sentence for people.</summary>
public sealed record Refusal(int Status, string Code, Text Says)
{
    public static readonly Refusal TokenMissing = new(401, "token.missing", new("请先登录。", "먼저 로그인하세요.", En: "Sign in first."));
    public static readonly Refusal TokenInvalid = new(
        401,
        "token.invalid",
        new("登录已失效，请重新登录。", "로그인이 만료되었습니다. 다시 로그인하세요.", En: "The token is not valid; sign in again.")
    );
    public static readonly Refusal CodeInvalid = new(
        401,
        "code.invalid",
        new("验证码错误或已失效。", "인증번호가 틀렸거나 만료되었습니다.", En: "The code is wrong or spent.")
    );
    public static readonly Refusal RoleMissing = new(
        403,
        "role.missing",
        new("您没有此操作的权限。", "이 작업을 할 권한이 없습니다.", En: "You may not do this.")
    );
    public static readonly Refusal ContestOtherRegion = new(
        403,
        "contest.other-region",
        new("该竞赛不面向您所在的地区。", "이 경연은 귀하의 지역을 대상으로 하지 않습니다.", En: "This contest is for another region.")
    );
    public static readonly Refusal NotFound = new(404, "not-found", new("没有找到。", "찾을 수 없습니다.", En: "There is nothing here."));
    public static readonly Refusal JsonInvalid = new(
        400,
        "json.invalid",
        new("请求内容不是有效的 JSON。", "요청 내용이 올바른 JSON이 아닙니다.", En: "The body is not valid JSON.")
    );
    public static readonly Refusal MediaTypeUnsupported = new(
        415,
        "media-type.unsupported",
        new("请求内容须为 application/json。", "요청 내용은 application/json이어야 합니다.", En: "The body must be application/json.")
    );
    public static readonly Refusal BodyTooLarge = new(
        413,
        "body.too-large",
        new("请求内容过大。", "요청 내용이 너무 큽니다.", En: "The body is too large.")
    );
    public static readonly Refusal ProfileIncomplete = new(
        409,
        "profile.incomplete",
        new("请先填写所在的村。", "먼저 소속 마을을 입력하세요.", En: "Say first which village you live in.")
    );
    public static readonly Refusal ContestNotOpen = new(
        409,
        "contest.not-open",
        new("竞赛不在开放时间内。", "경연 기간이 아닙니다.", En: "The contest is not open.")
    );
    public static readonly Refusal ContestPublished = new(
        409,
        "contest.published",
        new(
            "竞赛已发布，规则不能更改。",
            "경연이 이미 발표되어 규칙을 고칠 수 없습니다.",
            En: "The contest is published; its rules no longer change."
        )
    );
    public static readonly Refusal ReviewDecided = new(
        409,
        "review.decided",
        new("该申请已有审核结论。", "이미 심사 결론이 난 신청입니다.", En: "This has been decided already.")
    );
    public static readonly Refusal ReviewOutdated = new(
        409,
        "review.outdated",
        new(
            "您看过的已不是最新提交的版本，请重新查看后再审核。",
            "보신 것은 최신 제출본이 아닙니다. 다시 보고 심사하세요.",
            En: "Another version was submitted since; look at that one."
        )
    );
    public static readonly Refusal StationExists = new(
        409,
        "station.exists",
        new("该村已有同名的站点。", "이 마을에 같은 이름의 역이 이미 있습니다.", En: "The village has another station of this name.")
    );
    public static readonly Refusal ReviewReturnsUsedUp = new(
        409,
        "review.returns-used-up",
        new(
            "该视频退回修改的次数已用完，只能发布或不予通过。",
            "이 영상은 더는 돌려보낼수 없습니다. 발표하거나 거절하세요.",
            En: "This video was returned as often as is possible; publish or reject it."
        )
    );
    public static readonly Refusal LikeChangedTooOften = new(
        409,
        "like.changed-too-often",
        new(
            "点赞和取消的次数太多，不能再更改。",
            "좋아요를 너무 여러번 바꾸어 더는 바꿀수 없습니다.",
            En: "This like was changed too often; it stays as it is."
        )
    );
    public static readonly Refusal StationReviewsUsedUp = new(
        409,
        "station.reviews-used-up",
        new(
            "该站点未通过的次数太多，请以新名称重新申报。",
            "이 역은 너무 여러번 통과하지 못했습니다. 다른 이름으로 새로 신청하세요.",
            En: "The station was rejected too often; apply for another one."
        )
    );
    public static readonly Refusal ReviewOtherPerson = new(
        409,
        "review.other-person",
        new(
            "县级和市级审核须由不同的人完成。",
            "현급과 주급 심사는 서로 다른 사람이 해야 합니다.",
            En: "The second review is for somebody else than the first."
        )
    );
    public static readonly Refusal AttemptNoneLeft = new(
        409,
        "attempt.none-left",
        new("答题次数已用完。", "남은 응시 회수가 없습니다.", En: "No attempt is left.")
    );
    public static readonly Refusal AttemptSubmitted = new(
        409,
        "attempt.submitted",
        new("本次答题已提交，不能更改。", "이미 제출한 답안은 고칠 수 없습니다.", En: "The attempt has been submitted with other answers.")
    );
    public static readonly Refusal AttemptPaperGone = new(
        409,
        "attempt.paper-gone",
        new(
            "本次答题的试卷已失效，不能再作答或提交。",
            "이번 응시의 시험지는 효력을 잃어 더는 답하거나 제출할 수 없습니다.",
            En: "The paper of this attempt can no longer be drawn; it cannot be gone on with or handed in."
        )
    );
    public static readonly Refusal TrainingChanged = new(
        409,
        "training.changed",
        new(
            "培训信息刚刚有变动，请重试。",
            "교육 정보가 방금 변경되였습니다. 다시 시도하세요.",
            En: "The training has just been changed; try again."
        )
    );
    public static readonly Refusal TrainingCancelled = new(
        409,
        "training.cancelled",
        new("该培训已取消。", "이 교육은 취소되였습니다.", En: "The training has been cancelled.")
    );
    public static readonly Refusal TrainingSignUpClosed = new(
        409,
        "training.sign-up-closed",
        new("现在不在报名时间内。", "지금은 신청 기간이 아닙니다.", En: "Sign-up is not open.")
    );
    public static readonly Refusal TrainingSignUpsUsedUp = new(
        409,
        "training.sign-ups-used-up",
        new(
            "取消后重新报名的次数太多，不能再报名本次培训。",
            "취소하고 다시 신청한 회수가 너무 많아 이 교육에 더는 신청할 수 없습니다.",
            En: "There were too many sign-ups and withdrawals; no other is possible for this training."
        )
    );
    public static readonly Refusal TrainingMovedTooOften = new(
        409,
        "training.moved-too-often",
        new(
            "培训的时间或地点改动次数太多，请取消后重新发布。",
            "교육의 시간이나 장소를 너무 여러번 바꾸었습니다. 취소하고 다시 공고하세요.",
            En: "The training was moved too often; cancel it and announce another."
        )
    );
    public static readonly Refusal TrainingMovedToday = new(
        409,
        "training.moved-today",
        new(
            "今天改动时间或地点的次数太多，报名的人已收到多次通知，请明天再改。",
            "오늘 시간이나 장소를 너무 여러번 바꾸어 신청한 사람들이 이미 여러번 통지를 받았습니다. 래일 다시 바꾸세요.",
            En: "The training was moved too often today, and each time people were told; move it tomorrow."
        )
    );
    public static readonly Refusal TrainingOthersUsedUp = new(
        429,
        "training.others-used-up",
        new(
            "您今天为别人报名的人数已到上限，请明天再来。",
            "오늘 다른 사람을 대신 신청할수 있는 인원이 다 찼습니다. 래일 다시 신청하세요.",
            En: "You have signed up as many others today as is possible; come again tomorrow."
        )
    );
    public static readonly Refusal TrainingNotAttended = new(
        403,
        "training.not-attended",
        new("只有参加过培训的人才能评价。", "교육에 참가한 사람만 평가할 수 있습니다.", En: "Only those who attended can say how it was.")
    );
    public static readonly Refusal TrainingOver = new(
        409,
        "training.over",
        new("培训已结束。", "교육이 끝났습니다.", En: "The training is over.")
    );
    public static readonly Refusal TrainingCapacityBelowConfirmed = new(
        409,
        "training.capacity-below-confirmed",
        new(
            "名额不能少于已确认的人数。",
            "정원은 이미 확정된 인원보다 적을 수 없습니다.",
            En: "The capacity must not be below the number of those confirmed."
        )
    );
    public static readonly Refusal CampaignNotOpen = new(
        409,
        "campaign.not-open",
        new("该征集活动不在作品提交时间内。", "작품 모집 기간이 아닙니다.", En: "The campaign does not take videos now.")
    );
    public static readonly Refusal VideoTooManyOpen = new(
        409,
        "video.too-many-open",
        new(
            "未完成的上传已达 3 个，请先完成或删除其中一个。",
            "끝나지 않은 업로드가 이미 3개입니다. 먼저 완료하거나 삭제하세요.",
            En: "Three uploads are open already; finish or delete one first."
        )
    );
    public static readonly Refusal VideoClosed = new(
        409,
        "video.closed",
        new(
            "该视频已不能再上传或提交。",
            "이 동영상은 더 이상 업로드하거나 제출할 수 없습니다.",
            En: "This video can no longer be uploaded or submitted."
        )
    );
    public static readonly Refusal VoteNotOpen = new(
        409,
        "vote.not-open",
        new("不在投票时间内。", "투표 기간이 아닙니다.", En: "Votes are not taken now.")
    );
    public static readonly Refusal VoteNoneLeft = new(
        409,
        "vote.none-left",
        new("今天的票已投完。", "오늘 투표 회수를 다 썼습니다.", En: "No vote is left today.")
    );
    public static readonly Refusal ScoreNotOpen = new(
        409,
        "score.not-open",
        new("该作品不在评委评分范围或时间内。", "심사 대상이 아니거나 심사 기간이 아닙니다.", En: "The jury does not score this video now.")
    );
    public static readonly Refusal Unavailable = new(
        503,
        "storage.unavailable",
        new(
            "系统繁忙，尚不能确定是否已收到，请稍后重试。",
            "접수 여부를 아직 확인할 수 없습니다. 잠시 후 다시 시도하세요.",
            En: "It is not known yet whether this was accepted; repeat the request to find out."
        )
    );
    public static readonly Refusal Failed = new(
        500,
        "failed",
        new("系统出错，请稍后重试。", "시스템 오류입니다. 잠시 후 다시 시도하세요.", En: "Something went wrong on our side.")
    );

    private static readonly Refusal TooOften = new(
        429,
        "too-often",
        new("操作过于频繁，请稍后再试。", "요청이 너무 잦습니다. 잠시 후 다시 시도하세요.", En: "Too often; try again later.")
    );
    private static readonly Refusal SignInProofNeeded = new(
        429,
        "sign-in.proof-needed",
        new(
            "现在获取验证码的人多，您的手机需要先做一次验证。",
            "지금 인증번호를 받으려는 사람이 많아 휴대전화에서 먼저 확인을 한번 거쳐야 합니다.",
            En: "Many ask for codes from here just now: prove some work, and ask again."
        )
    );
    private static readonly Refusal TrainingNotEligible = new(
        403,
        "training.not-eligible",
        new("不符合该培训的报名条件。", "이 교육의 신청 조건에 맞지 않습니다.", En: "The training is not open to this person.")
    );
    private static readonly Refusal InvalidFields = new(
        422,
        "fields.invalid",
        new("有些内容不符合要求。", "요구에 맞지 않는 항목이 있습니다.", En: "Some fields are not as they must be.")
    );

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; private init; }

    /// <summary>The rules that speak against it, each said in words.</summary>
    public IReadOnlyList<Rule>? Rules { get; private init; }

    /// <summary>The work to prove.</summary>
    public Proof? Proof { get; private init; }

    /// <summary>When it is worth asking again.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) => InvalidFields with { Errors = errors };

    public static Refusal Invalid(string field, string reason) => Invalid(new Dictionary<string, string[]> { [field] = [reason] });

    public static Refusal NotEligible(IReadOnlyList<Rule> rules) => TrainingNotEligible with { Rules = rules };

    public static Refusal RetryIn(TimeSpan wait) => TooOften with { RetryAfter = wait };

    public static Refusal ProofNeeded(Proof proof) => SignInProofNeeded with { Proof = proof, RetryAfter = TimeSpan.Zero };

    public Refusal After(TimeSpan wait) => this with { RetryAfter = wait };
}
