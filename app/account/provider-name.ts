/** Outside providers by the names that Identity gives them (contract 1.1). */
const names: Record<string, string> = {
  bitbucket: 'Bitbucket',
  facebook: 'Facebook',
  github: 'GitHub',
  gitlab: 'GitLab',
  google: 'Google',
};

export function providerName(provider: string | null): string {
  return names[provider ?? ''] ?? 'another sign-in service';
}
