/**
 * Work that many ask for at once and that does for all of them: asked while it is under way, it is done once more after that, for all who
 * asked meanwhile. Whoever waits has what began after it asked.
 * @param faire the work, by what it is done to
 */
export function enPartage(faire: (quoi: string) => Promise<void>): (quoi: string) => Promise<void> {
  const enCours = new Map<string, Promise<void>>();
  const suivants = new Map<string, Promise<void>>();
  return (quoi) => {
    const attendu = suivants.get(quoi);
    if (attendu) return attendu;
    const suivant = apres(enCours.get(quoi)).then(async () => {
      suivants.delete(quoi);
      enCours.set(quoi, suivant);
      try {
        await faire(quoi);
      } finally {
        if (enCours.get(quoi) === suivant) enCours.delete(quoi);
      }
    });
    suivants.set(quoi, suivant);
    return suivant;
  };
}

/** Once it is over, whatever became of it. */
const apres = async (travail: Promise<void> | undefined): Promise<void> => {
  await travail?.catch(() => undefined);
};
