import { join } from 'node:path';
import { nomDuCourrier } from '../../commun/noms-des-remises';
import { creerDossier, dossierDuJour, ecrireEntier, jourDuDepot, panneDeDisque } from './fichiers';

/** A text message ready to leave. */
export interface Sms {
  /** Key of the letter: the same one twice is one message. */
  cle: string;
  /** International form: `+33639980001`. */
  numero: string;
  /** At most two segments, see `rendreSms`. */
  texte: string;
  date: Date;
}

/** What carries text messages; an operator's gateway takes the place of the folder by implementing it. */
export interface PortSms {
  /** @returns what the carrier answered. @throws RemiseEchouee */
  envoyer(sms: Sms): Promise<string>;
}

/**
 * Leaves each message as a file in a folder of the day, `<dossier>/2026-03-24/<key>.txt`: the number on the first line, the text
 * below.
 */
export function creerSmsEnFichiers(dossier: string): PortSms {
  return {
    async envoyer({ cle, numero, texte, date }) {
      const nom = `${nomDuCourrier(cle)}.txt`;
      try {
        const deja = await jourDuDepot(dossier, nom);
        if (deja !== null) return `${deja}/${nom}`;
        const jour = dossierDuJour(date);
        await creerDossier(join(dossier, jour));
        await ecrireEntier(join(dossier, jour, nom), `${numero}\n${texte}\n`);
        return `${jour}/${nom}`;
      } catch (erreur) {
        throw panneDeDisque(erreur);
      }
    },
  };
}
