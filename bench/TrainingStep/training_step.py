"""The training step of bench/TrainingStep/BenchStep.cs in PyTorch, as one would write it in Python.

Usage: training_step.py FOLDER THREADS. Reads numbers of steps from stdin and prints a line for each step: milliseconds on the clock and of
processor time, then the losses: total, style of each layer, content, palette, variation, steadiness, guide.
"""
import json
import math
import struct
import sys
import time
import warnings

import torch
import torch.nn.functional as F
from torch import nn

warnings.filterwarnings("ignore", message=".*meshgrid.*")
CELL, BORDER, TIER_BORDER, GUIDE_BORDER = 4, 8, 16, 52
SCALES = 2
PALETTE_CELL = 8
EDGE_PIXELS, EDGE_WEIGHT = 12, 8
STYLE_LAYERS = ["relu1_2", "relu2_2", "relu3_1"]
CONTENT_LAYER = "relu2_2"
WEIGHTS = {"style": 10, "content": 2, "palette": 30, "variation": 0.5, "grid": 200, "steadiness": 100, "guide": 60}


def read_safetensors(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    return {
        name: torch.frombuffer(data, dtype=torch.float32, count=math.prod(entry["shape"]), offset=entry["data_offsets"][0])
        .reshape(entry["shape"]).clone()
        for name, entry in header.items()
    }


class Norm(nn.Module):
    """FreezableNorm at Frozen = 0: instance normalisation that keeps running statistics."""

    def __init__(self, channels):
        super().__init__()
        self._weight = nn.Parameter(torch.ones(channels))
        self._bias = nn.Parameter(torch.zeros(channels))
        self.register_buffer("mean", torch.zeros(channels))
        self.register_buffer("variance", torch.ones(channels))

    def forward(self, x):
        return F.instance_norm(x, self.mean, self.variance, self._weight, self._bias, True, 0.05, 1e-5)


class ConvNormRelu(nn.Module):
    def __init__(self, inputs, outputs, kernel, stride, padding, relu):
        super().__init__()
        self._conv = nn.Conv2d(inputs, outputs, kernel, stride, padding)
        self._norm = Norm(outputs)
        self.relu = relu

    def forward(self, x):
        x = self._norm(self._conv(x))
        return F.relu(x) if self.relu else x


class ResidualBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self._first = ConvNormRelu(channels, channels, 3, 1, 1, True)
        self._second = ConvNormRelu(channels, channels, 3, 1, 1, False)

    def forward(self, x):
        return F.relu(x + self._second(self._first(x)))


def upsample(x, margin):
    x = F.interpolate(F.pad(x, [1, 1, 1, 1]), scale_factor=2.0, mode="bilinear", align_corners=False)
    cut = 2 - margin
    return x[:, :, cut:x.shape[2] - cut, cut:x.shape[3] - cut] if cut else x


class PyramidNetwork(nn.Module):
    def __init__(self, stem, channels, blocks, tail):
        super().__init__()
        self._stem = ConvNormRelu(3, stem, 5, 2, 2, True)
        self._down = ConvNormRelu(stem, channels, 3, 2, 1, True)
        self._blocks = nn.Sequential(*[ResidualBlock(channels) for _ in range(blocks)])
        self._up = ConvNormRelu(channels, tail, 3, 1, 0, True)
        self._pixels = nn.Conv2d(tail, 3, 5)

    def encode(self, x):
        return self._blocks(self._down(self._stem(x)))

    def decode(self, features):
        return self._pixels(upsample(self._up(upsample(features, 1)), 2))

    def forward(self, x):
        return self.decode(self.encode(x))


class LossNetwork:
    def __init__(self, weights):
        self.weights = weights
        self.layers = sorted(name[4:7] for name in weights if name.endswith(".weight") and name != "conv0.weight")

    def features(self, x, wanted):
        found = {}
        x = F.conv2d(x, self.weights["conv0.weight"], self.weights["conv0.bias"])
        group = "1"
        for layer in self.layers:
            if layer[0] != group:
                x = F.max_pool2d(x, 2, 2)
            group = layer[0]
            x = F.relu(F.conv2d(F.pad(x, [1, 1, 1, 1], mode="reflect"), self.weights[f"conv{layer}.weight"], self.weights[f"conv{layer}.bias"]))
            if "relu" + layer in wanted:
                found["relu" + layer] = x
            if len(found) == len(wanted):
                break
        return found


def gram(features):
    n, c, h, w = features.shape
    flat = features.reshape(n, c, h * w)
    return flat.bmm(flat.transpose(1, 2)) / (c * h * w)


class PerceptualLoss:
    def __init__(self, network, painting, photos):
        self.network = network
        with torch.no_grad():
            self.targets = [{name: gram(x) for name, x in at.items()} for at in self.features(painting)]
            seen = [self.features(photo) for photo in photos]
            self.units = [
                {name: sum(self.distance(x, scale, name).item() for x in seen) / len(seen) for name in STYLE_LAYERS} for scale in range(SCALES)
            ]
            self.content_unit = sum(x[0][CONTENT_LAYER].var().item() for x in seen) / len(seen)

    def features(self, pictures):
        found = [self.network.features(pictures, STYLE_LAYERS)]  # the content layer is among them
        for _ in range(SCALES - 1):
            pictures = F.avg_pool2d(pictures, 2)
            found.append(self.network.features(pictures, STYLE_LAYERS))
        return found

    def distance(self, features, scale, name):
        return (gram(features[scale][name]).mean(0, keepdim=True) - self.targets[scale][name]).square().mean()

    def content_target(self, photos):
        with torch.no_grad():
            return self.network.features(photos, [CONTENT_LAYER])[CONTENT_LAYER]

    def style(self, features):
        return [sum(self.distance(features, scale, name) / (self.units[scale][name] * SCALES) for scale in range(SCALES)) for name in STYLE_LAYERS]

    def content(self, features, target):
        return (features[0][CONTENT_LAYER] - target).square().mean() / self.content_unit


def places(height, width):
    y, x = torch.meshgrid(torch.arange(height, dtype=torch.float32) - (height - 1) / 2, torch.arange(width, dtype=torch.float32) - (width - 1) / 2)
    return x, y


def warp(picture, flow):
    height, width = flow.shape[2:]
    x, y = places(height, width)
    grid = torch.stack([(flow[:, 0] + x) * (2 / width), (flow[:, 1] + y) * (2 / height)], 3)
    return F.grid_sample(picture, grid, mode="bilinear", padding_mode="border", align_corners=False)


def inside(flow):
    height, width = flow.shape[2:]
    x, y = places(height, width)
    right = (flow[:, 0:1] + x).abs() <= (width - 1) / 2 + 1e-3
    down = (flow[:, 1:2] + y).abs() <= (height - 1) / 2 + 1e-3
    return (right & down).float()


def luminance(picture):
    return (picture * torch.tensor([0.2126, 0.7152, 0.0722]).view(1, 3, 1, 1)).sum(1, keepdim=True)


def masked(difference, mask):
    return (difference.square() * mask).sum() / (mask.sum() * difference.shape[1] + 1e-6)


def paintings_loss(first, second, scene_a, scene_b, flow, valid):
    light = luminance(scene_b) - warp(luminance(scene_a), flow)
    return masked(second - warp(first, flow) - light, valid)


def features_loss(first, second, flow, valid):
    cell = valid.shape[2] // first.shape[2]
    wholly = (F.avg_pool2d(valid, cell) >= 0.999).float()
    smaller = F.avg_pool2d(flow, cell) / cell
    return masked(second - warp(first, smaller), wholly) / (second.detach().square().mean() + 1e-8)


def still_loss(first, second, scene_a, scene_b):
    change = (scene_b - scene_a).square().mean(1, keepdim=True)
    return masked(second - first, torch.exp(change * (-1 / 0.02**2)))


class PaletteLoss:
    def __init__(self, painting, photos):
        self.painting_mean, painting_colors = self.statistics([painting])
        self.photo_mean, photo_colors = self.statistics(photos)
        root = self.root(photo_colors)
        back = torch.inverse(root)
        self.map = back @ self.root(root @ painting_colors @ root) @ back

    @staticmethod
    def rows(picture):
        return F.avg_pool2d(picture, PALETTE_CELL).permute(0, 2, 3, 1).reshape(-1, 3)

    @classmethod
    def statistics(cls, pictures):
        rows = torch.cat([cls.rows(picture) for picture in pictures])
        mean = rows.mean(0, keepdim=True)
        return mean.view(1, 3, 1, 1), (rows - mean).T @ (rows - mean) / rows.shape[0] + 1e-4 * torch.eye(3)

    @staticmethod
    def root(matrix):
        values, vectors = torch.linalg.eigh(matrix)
        return vectors @ torch.diag(values.sqrt()) @ vectors.T

    def of(self, painted, photo):
        with torch.no_grad():
            cells = F.avg_pool2d(photo, PALETTE_CELL) - self.photo_mean
            target = ((cells.permute(0, 2, 3, 1) @ self.map).permute(0, 3, 1, 2) + self.painting_mean).clamp(0, 1)
        return (F.avg_pool2d(painted, PALETTE_CELL) - target).square().mean()


def variation_loss(pictures):
    down = pictures[:, :, 1:] - pictures[:, :, :-1]
    right = pictures[:, :, :, 1:] - pictures[:, :, :, :-1]
    return down.abs().mean() + right.abs().mean()


def grid_loss(painted):
    count, channels = painted.shape[:2]
    height, width = ((side - CELL + 1) // CELL * CELL for side in painted.shape[2:])
    middle = CELL // 2
    fine = painted[:, :, middle:middle + height, middle:middle + width] - F.avg_pool2d(painted, CELL, 1)[:, :, :height, :width]
    places = fine.reshape(count, channels, height // CELL, CELL, width // CELL, CELL).permute(0, 1, 3, 5, 2, 4)
    means = F.avg_pool2d(places.reshape(count, channels * CELL * CELL, height // CELL, width // CELL), 6, 3)
    by_place = means.reshape(count, channels, CELL * CELL, *means.shape[2:])
    return (by_place - by_place.mean(2, keepdim=True)).square().mean()


def guide_loss(painted, target):
    difference = (painted - target).square()
    edge = difference.sum() - cut(difference, EDGE_PIXELS).sum()
    return difference.mean() + edge * ((EDGE_WEIGHT - 1) / difference.numel())


def cut(picture, margin):
    return picture[:, :, margin:picture.shape[2] - margin, margin:picture.shape[3] - margin]


def inner(picture):
    return cut(picture, BORDER)


def mirrored(photo, border):
    return F.pad(inner(photo), [border] * 4, mode="reflect")


def window(side):
    """Cuts the same random part out of anything in the size of the painting."""
    judged = side * 3 // 4 // CELL * CELL
    top, left = (int(torch.rand(1).item() * (side - judged)) for _ in range(2))
    return lambda picture: picture[:, :, top:top + judged, left:left + judged]


class Step:
    def __init__(self, folder):
        self.data = read_safetensors(folder + "/step.safetensors")
        self.judge = PerceptualLoss(
            LossNetwork(read_safetensors(folder + "/loss-network.safetensors")), self.data["painting"], [self.data["photo0"], self.data["photo1"]])
        self.colors = PaletteLoss(self.data["painting"], [self.data["photo0"], self.data["photo1"]])
        self.network = self.filled(PyramidNetwork(16, 48, 4, 24), "network.")
        self.guide = self.filled(PyramidNetwork(24, 96, 5, 32), "guide.")
        self.optimizer = torch.optim.Adam(self.network.parameters(), 2e-3, (0.9, 0.99))
        torch.manual_seed(2)

    def filled(self, network, prefix):
        with torch.no_grad():
            for name, parameter in network.named_parameters():
                parameter.copy_(self.data[prefix + name])
        return network

    def run(self):
        data, judge, network = self.data, self.judge, self.network
        self.optimizer.zero_grad()
        features = network.encode(mirrored(data["input"], TIER_BORDER))
        painted = cut(network.decode(features), TIER_BORDER)
        seen = painted.clamp(0, 1)
        looked_at = window(painted.shape[2])
        judged = judge.features(looked_at(seen))
        style = judge.style(judged)
        content = judge.content(judged, judge.content_target(looked_at(inner(data["clean"]))))
        palette = self.colors.of(seen, inner(data["clean"]))
        grid = grid_loss(painted)
        variation = variation_loss(seen)
        overshoot = (painted - seen.detach()).square().mean()
        with torch.no_grad():
            guided = cut(self.guide(mirrored(data["clean"], GUIDE_BORDER)), GUIDE_BORDER).clamp(0, 1)
        unlike = guide_loss(painted, guided)
        next_features = network.encode(mirrored(data["nextInput"], TIER_BORDER))
        second, first = cut(network.decode(next_features), TIER_BORDER), painted[:1]
        scene_a, scene_b = inner(data["clean"][:1]), inner(data["nextClean"])
        flow = inner(data["flow"])
        valid = inner(data["valid"]) * inside(flow)
        steady = paintings_loss(first, second, scene_a, scene_b, flow, valid)
        still = still_loss(first, second, scene_a, scene_b)
        kept = TIER_BORDER // CELL
        steady_features = features_loss(cut(features[:1], kept), cut(next_features, kept), flow, valid)
        total = (sum(style) * (WEIGHTS["style"] / len(style)) + content * WEIGHTS["content"] + palette * WEIGHTS["palette"] + variation * WEIGHTS["variation"] + grid * WEIGHTS["grid"]
                 + overshoot * 100 + unlike * WEIGHTS["guide"] + (steady + still * 3 + steady_features * 0.002) * WEIGHTS["steadiness"])
        total.backward()
        losses = [loss.item() for loss in [total, *style, content, palette, variation, steady, unlike]]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 10)
        self.optimizer.step()
        return losses


def main():
    torch.set_num_threads(int(sys.argv[2]))
    step = Step(sys.argv[1])
    for line in sys.stdin:
        for _ in range(int(line)):
            begun, cpu = time.perf_counter(), time.process_time()
            losses = step.run()
            print(1000 * (time.perf_counter() - begun), 1000 * (time.process_time() - cpu), *losses, flush=True)


main()
