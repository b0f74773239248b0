import { messageIdDe, nomDuCourrier } from '../../../commun/noms-des-remises';
import { type Ligne, lirePrises } from './prises';

const cle = '2026-000001-05/C04_ADHESION/BENEFICIAIRE/2026-11-30';
const id = messageIdDe(cle, 'example.org');
const empreinte = id.slice(1, 41);
const maintenant = new Date('2026-01-02T12:00:00Z');
const depot = new Date('2026-01-01T12:00:00Z');

async function* lignes(...textes: string[]): AsyncGenerator<Ligne> {
  for (const texte of textes) yield { texte, source: 'mail.log', le: depot };
}
const lire = (...textes: string[]) => lirePrises(lignes(...textes), maintenant);
const postfix = (suite: string, quand = '2026-01-01T23:30:00.123+01:00') =>
  `${quand} relais postfix/x[12]: 4Xk: ${suite}`;

describe('le journal d’un relais', () => {
  it('dit ce qu’il a pris, et quand', async () => {
    const { emails } = await lire(
      postfix(`message-id=${id}`),
      postfix('to=<a@example.org>, dsn=2.0.0, status=sent (250)'),
    );
    expect([...emails]).toEqual([
      [empreinte, { le: new Date('2026-01-01T22:30:00.123Z'), source: 'mail.log', domaine: 'example.org' }],
    ]);
  });

  it('d’une autre forme, ou sans année, est lu aussi', async () => {
    const exim = await lire(`2026-01-01 10:00:00 1abcde-00 <= x@example.org id=${id.slice(1, -1)}`);
    expect(exim.emails.get(empreinte)).toMatchObject({ le: depot });
    const ancien = await lire(`Dec 31 23:59:58 relais sendmail[1]: msgid=${id}, relay=jalon`);
    expect(ancien.emails.get(empreinte)).toMatchObject({ le: new Date('2025-12-31T23:59:58Z') });
  });

  it.each(['to=<a@example.org>, dsn=5.1.1, status=bounced (550)', 'milter-reject: END-OF-MESSAGE from jalon'])(
    'ce qu’il a pris puis abandonné (%s) n’est pas parti, à moins d’avoir été repris ensuite',
    async (abandon) => {
      const prise = postfix(`message-id=${id}`);
      expect((await lire(prise, postfix(abandon))).emails.size).toBe(0);
      const reprise = `2026-01-02T08:00:00Z relais postfix/cleanup[9]: 5Yl: message-id=${id}`;
      const { emails } = await lire(prise, postfix(abandon), reprise);
      expect(emails.get(empreinte)?.le).toEqual(new Date('2026-01-02T08:00:00Z'));
    },
  );
});

it('l’index du courrier et une liste de fichiers disent ce qui a été déposé', async () => {
  const nom = nomDuCourrier(cle);
  const { fichiers } = await lire(
    `"${nom}.pdf";"1 rue X";"oui";"2";"${cle}";"${'0'.repeat(64)}"`,
    `archives/2026-01-01/${nom}.txt`,
  );
  expect([...fichiers.keys()].sort()).toEqual([`${nom}.pdf`, `${nom}.txt`]);
});

it('d’un dossier de sortie, le jour seul est su, à moins que la ligne ne dise l’heure', async () => {
  const nom = nomDuCourrier(cle);
  async function* duJour(): AsyncGenerator<Ligne> {
    for (const texte of [`${nom}.txt`, `2026-01-01T15:00:00Z ${nom}.pdf`])
      yield { texte, source: '2026-01-01', le: depot, jourSeul: true };
  }
  const { fichiers } = await lirePrises(duJour(), maintenant);
  expect(fichiers.get(`${nom}.txt`)).toEqual({ le: depot, jourSeul: true, source: '2026-01-01' });
  expect(fichiers.get(`${nom}.pdf`)).toEqual({ le: new Date('2026-01-01T15:00:00Z'), source: '2026-01-01' });
});

it('rien d’autre n’est pris pour une lettre', async () => {
  const { emails, fichiers } = await lire(
    'message-id=<abc@example.org>',
    `sha1 ${'a'.repeat(40)}`,
    'rapport-abcdef012345.pdf',
  );
  expect([emails.size, fichiers.size]).toEqual([0, 0]);
});
