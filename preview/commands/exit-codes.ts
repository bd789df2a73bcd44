/** Exit codes of the command. */
export const exitCodes = { clean: 0, violations: 1, mistake: 2, interrupted: 130 } as const;
