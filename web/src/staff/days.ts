// Days as the server counts them: those of Shanghai, wherever the computer is.

const eightHours = 8 * 3600_000;
const oneDay = 86_400_000;

export const today = () => new Date(Date.now() + eightHours).toISOString().slice(0, 10);

export const daysBefore = (day: string, days: number) => new Date(Date.parse(day) - days * oneDay).toISOString().slice(0, 10);
