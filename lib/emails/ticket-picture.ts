import { renderSVG } from 'uqr';

/** Wide enough for a scanner that looks at a phone. */
const WIDTH = 240;

/** A ticket's code as a QR code (PNG), with the white margin that scanners need. */
export async function ticketPicture(code: string): Promise<Buffer> {
  // Loaded here, where few come by: it is large.
  const { default: sharp } = await import('sharp');
  const svg = renderSVG(code, { ecc: 'M', border: 4 });
  return sharp(Buffer.from(svg))
    .resize(WIDTH, WIDTH, { kernel: 'nearest' })
    .png({ palette: true })
    .toBuffer();
}
