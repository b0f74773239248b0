import { parseAllDocuments } from 'yaml';
import { SUFFIXE_FICHIER, secrets } from '../../commun/secrets';
import { variables } from '../../commun/variables';
import { lireCompose } from '../outils/compose';
import { lirePage } from '../outils/essais-cites';

interface Manifeste {
  kind?: string;
  metadata?: { name: string };
  data?: Record<string, string>;
  server?: { image: { tag: string }; config: { persistence: { numHistoryShards: number } } };
  spec?: {
    selector?: { matchLabels: Record<string, string> };
    template?: {
      metadata?: { labels: Record<string, string> };
      spec: { containers: { command?: string[]; env?: { name: string }[] }[] };
    };
  };
}

const manifestes = [...lirePage('docs/kubernetes.md').matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, yaml]) =>
  parseAllDocuments(yaml!).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Manifeste;
  }),
);
const deSorte = (sorte: string) => manifestes.filter(({ kind }) => kind === sorte);

it('chaque réglage des manifestes est de ceux que Jalon lit', () => {
  const noms = [
    ...deSorte('ConfigMap').flatMap(({ data = {} }) => Object.keys(data)),
    ...deSorte('Deployment').flatMap(({ spec }) =>
      spec!.template!.spec.containers.flatMap(({ env = [] }) => env.map(({ name }) => name)),
    ),
  ];
  const connus = [...Object.keys(variables), ...secrets.map((nom) => nom + SUFFIXE_FICHIER)];
  expect(noms.length).toBeGreaterThan(15);
  expect(noms.filter((nom) => nom.startsWith('JALON_') && !connus.includes(nom))).toEqual([]);
});

it('chaque déploiement garde un des siens quand un nœud s’en va', () => {
  const budgets = deSorte('PodDisruptionBudget').map(({ spec }) => spec!.selector!.matchLabels);
  const deploiements = deSorte('Deployment');
  expect(deploiements.map(({ metadata }) => metadata!.name)).toEqual(['jalon-worker-0-1-0', 'jalon-web']);
  for (const { spec } of deploiements) {
    expect(spec!.template!.metadata!.labels).toEqual(spec!.selector!.matchLabels);
    expect(budgets).toContainEqual(spec!.selector!.matchLabels);
  }
});

it('le moteur, ses fragments et ce qui se lance sont ceux du fichier compose', () => {
  const { services } = lireCompose();
  const [{ server } = {}] = manifestes;
  expect(services.temporal!.image).toBe(`temporalio/server:${server!.image.tag}`);
  expect(services.temporal!.environment!.NUM_HISTORY_SHARDS).toBe(String(server!.config.persistence.numHistoryShards));
  const commandes = [...deSorte('Job'), ...deSorte('Deployment')].flatMap(({ spec }) =>
    spec!.template!.spec.containers.flatMap(({ command }) => (command ? [command] : [])),
  );
  expect(commandes).toEqual([services.installer!.command, services.web!.command]);
});
