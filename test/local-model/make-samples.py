"""Makes what stands in samples/. It needs Python 3.10 and, from PyPI:
espeakng-loader==0.2.4 av==18.1.0 pillow==13.0.0 numpy. python make-samples.py [FOLDER]"""

import ctypes
import multiprocessing
import sys
from pathlib import Path

import av
import espeakng_loader
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "samples")
SAID = [
    ("opening-hours.es.ogg", "es", 120, "¿Me puede decir el horario de los domingos, por favor?"),
    ("opening-hours.en.ogg", "en", 140, "Hello, what time do you open on Sundays?"),
]
PRICES = [
    ("Tarta de queso", "24,50 €"),
    ("Tarta de zanahoria", "22,75 €"),
    ("Tarta Sacher", "29,90 €"),
    ("Bizcocho de limon", "14,20 €"),
    ("Docena de magdalenas", "9,60 €"),
    ("Roscon mediano", "18,00 €"),
]


def spoken(text, voice, words_a_minute):
    """Samples a second, and 16-bit samples. eSpeak speaks once in a process."""
    espeak = ctypes.CDLL(espeakng_loader.get_library_path())
    samples = bytearray()

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
    def take(wav, count, _):
        if wav and count > 0:
            samples.extend(ctypes.string_at(wav, count * 2))
        return 0

    rate = espeak.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
    espeak.espeak_SetSynthCallback(take)
    espeak.espeak_SetVoiceByName(voice.encode())
    espeak.espeak_SetParameter(1, words_a_minute, 0)
    raw = text.encode()
    espeak.espeak_Synth(raw, len(raw) + 1, 0, 0, 0, 1, None, None)
    espeak.espeak_Synchronize()
    return rate, np.frombuffer(bytes(samples), dtype=np.int16)


def voice_note(name, voice, words_a_minute, text):
    """Ogg with Opus, as WhatsApp's voice notes are."""
    rate, samples = spoken(text, voice, words_a_minute)
    with av.open(str(FOLDER / name), "w", format="ogg") as box:
        stream = box.add_stream("libopus", rate=48000, layout="mono")
        stream.bit_rate = 24000
        resampler = av.AudioResampler(format="s16", layout="mono", rate=48000)
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = rate
        for part in resampler.resample(frame) + resampler.resample(None):
            box.mux(stream.encode(part))
        box.mux(stream.encode(None))


def photo():
    """A list as a phone takes it: not quite upright, unevenly lit, a little blurred, with noise."""
    page = Image.new("RGB", (1200, 1500), (250, 247, 238))
    pen = ImageDraw.Draw(page)
    pen.text((120, 90), "Pasteleria Las Camelias", font=ImageFont.load_default(68), fill=(60, 30, 20))
    pen.text((120, 190), "Lista de precios", font=ImageFont.load_default(52), fill=(60, 30, 20))
    for at, row in enumerate(PRICES):
        for x, text in zip((120, 860), row):
            pen.text((x, 320 + at * 130), text, font=ImageFont.load_default(46), fill=(20, 20, 20))
    taken = page.rotate(1.2, expand=True, fillcolor=(120, 90, 60), resample=Image.BICUBIC)
    width, height = taken.size
    across = np.linspace(0.78, 1.05, width)[None, :, None]
    light = across * np.linspace(1.0, 0.86, height)[:, None, None]
    noise = np.random.default_rng(1).normal(0, 6, (height, width, 3))
    lit = np.clip(np.asarray(taken) * light + noise, 0, 255).astype("uint8")
    Image.fromarray(lit).filter(ImageFilter.GaussianBlur(0.8)).save(FOLDER / "price-list.jpg", quality=80)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for one in SAID:
        speaking = multiprocessing.get_context("spawn").Process(target=voice_note, args=one)
        speaking.start()
        speaking.join(30)
    photo()
