/** Interface text of the register. */
export const tRegister = {
  kort: 'Van aanbellen tot zwerfvuil: elk woord met de kaarten en casussen die erover gaan.',
  uitleg: 'Met een titel erbij gaat het er vooral over. Codes daarachter raken eraan.',
  letters: 'Letters',
  kies: 'Kies de eerste letter van het woord dat je zoekt.',
};
