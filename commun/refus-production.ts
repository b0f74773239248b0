import { ErreurReglage, type Reglages } from './reglages';

type Donnes = Pick<Reglages, 'cles' | 'expediteur' | 'retours' | 'registre' | 'smtp' | 'identite'>;

/** Passwords of the examples of this repository, and those that are typed for the time being and stay. */
const CONNUS = new Set(
  [
    'motdepasse',
    'mot-de-passe',
    'password',
    'passwd',
    'secret',
    'un secret',
    'changeme',
    'change-me',
    'a-changer',
  ].concat(['jalon', 'postgres', 'temporal', 'admin', 'root', 'test', 'essai', 'exemple', 'example', 'x']),
);
/** Domains that belong to nobody (RFC 2606). */
const EXEMPLE = /@(?:[\w-]+\.)*(?:example(?:\.(?:org|com|net))?|invalid|test)>?$/i;

/** What production never starts with: each setting, what of it is known to everybody, and what to do, in one French sentence. */
const refuses: readonly ((donnes: Donnes) => string | null)[] = [
  ({ cles }) => {
    const connue = (cles ?? '').split(',').find((paire) => estUneCleDExemple(paire.slice(paire.indexOf(':') + 1)));
    if (connue === undefined) return null;
    const nom = connue.slice(0, connue.indexOf(':'));
    return `JALON_CLES contient une clé d’exemple (${nom}), que tout le monde connaît : tirez-en une au sort avec « openssl rand -base64 32 ».`;
  },
  ({ registre }) =>
    estConnu(motDePasseDe(registre.url))
      ? 'Le mot de passe du registre (JALON_REGISTRE_URL, JALON_REGISTRE_MOT_DE_PASSE) est un mot d’exemple : donnez-lui-en un que personne ne devine.'
      : null,
  ({ smtp }) =>
    estConnu(motDePasseDe(smtp.url))
      ? 'Le mot de passe du relais (JALON_SMTP_URL) est un mot d’exemple : donnez le vrai.'
      : null,
  ({ identite }) =>
    identite !== null && estConnu(identite.secret)
      ? 'JALON_OIDC_SECRET est un mot d’exemple : donnez le secret que tient le fournisseur d’identité.'
      : null,
  ({ expediteur }) =>
    EXEMPLE.test(expediteur)
      ? `JALON_EXPEDITEUR vaut « ${expediteur} », une adresse d’exemple : donnez celle d’où l’agence écrit.`
      : null,
  ({ retours }) =>
    retours !== null && EXEMPLE.test(retours)
      ? `JALON_RETOURS vaut « ${retours} », une adresse d’exemple : donnez celle où reviennent les messages non distribués.`
      : null,
];

const estConnu = (secret: string): boolean => CONNUS.has(secret.trim().toLowerCase());

const motDePasseDe = (url: string | null): string => (url === null ? '' : decodeURIComponent(new URL(url).password));

/** One byte repeated: what stands in a test or a tutorial, and never comes out of a draw. */
function estUneCleDExemple(base64: string): boolean {
  const octets = Buffer.from(base64, 'base64');
  return octets.length > 0 && octets.every((octet) => octet === octets[0]);
}

/** @throws ErreurReglage naming every setting of a production that holds an example in its stead, one line each */
export function refuserExemples(donnes: Donnes): void {
  exiger(refuses.flatMap((refus) => refus(donnes) ?? []));
}

/** @param comptes ids of the accounts, in service, that a link alone signs in. @throws ErreurReglage when there are any */
export function refuserDemonstration(comptes: readonly string[]): void {
  if (comptes.length > 0)
    exiger([
      `Ce registre a des comptes de démonstration (${comptes.join(', ')}), que la production refuse : ` +
        'fermez-les avec « jalon comptes desactiver », ou donnez un autre JALON_REGISTRE_URL.',
    ]);
}

function exiger(phrases: readonly string[]): void {
  if (phrases.length > 0) throw new ErreurReglage(phrases.join('\n'));
}
