/** The engine, as far as forgetting goes. */
export interface MoteurQuiOublie {
  /**
   * Deletes every run of a dossier: its journey, the mail of its appointments, the letters sent again. One that runs is stopped. Returns
   * once none is found any more, by its id nor in the lists.
   * @param rendezVous ids of its appointments
   * @returns how many runs were deleted
   * @throws when some are still there after a minute
   */
  oublier(numero: string, rendezVous: readonly string[]): Promise<number>;
}
